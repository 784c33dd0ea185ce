import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF about many files in one virtual machine:
 * {@code PdfCheck ua1,3a FILE...}. Prints a line for each file and flavour and,
 * below a FAIL, each broken rule once with how often and where it broke first.
 */
public final class PdfCheck {
    private static final int PASSED = 0, FAILED = 1, USAGE = 2, UNREADABLE = 7;

    /** A broken rule: its first place, and how many there are. */
    private static final class Broken {
        int times;
        String first;
    }

    public static void main(String[] args) {
        if (args.length < 2) {
            System.err.println("usage: PdfCheck FLAVOUR[,FLAVOUR...] FILE...");
            System.exit(USAGE);
        }
        // Its parsers log what they find odd; only the verdict counts here.
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        int worst = PASSED;
        for (String flavour : args[0].split(","))
            for (int i = 1; i < args.length; i++)
                worst = Math.max(worst, check(flavour(flavour), new File(args[i])));
        System.exit(worst);
    }

    /** An unknown name would silently mean "whatever the file claims". */
    private static PDFAFlavour flavour(String id) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            System.err.println("PdfCheck: no such flavour: " + id);
            System.exit(USAGE);
        }
        return flavour;
    }

    private static int check(PDFAFlavour flavour, File file) {
        String subject = flavour.getId() + " " + file;
        try (var parser = Foundries.defaultInstance().createParser(file, flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + subject);
            printBroken(result);
            return result.isCompliant() ? PASSED : FAILED;
        } catch (Exception e) {
            System.out.println("FAIL " + subject + "\n  unreadable: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private static void printBroken(ValidationResult result) {
        Map<String, Broken> rules = new LinkedHashMap<>();
        for (TestAssertion t : result.getTestAssertions()) {
            if (t.getStatus() != TestAssertion.Status.FAILED)
                continue;
            String id = t.getRuleId().getClause() + "-" + t.getRuleId().getTestNumber();
            Broken b = rules.computeIfAbsent(id, k -> new Broken());
            if (b.times++ == 0)
                b.first = t.getLocation().getContext() + "\n    " + t.getMessage();
        }
        rules.forEach((id, b) ->
            System.out.println("  " + id + " (" + b.times + " times) " + b.first));
    }
}
