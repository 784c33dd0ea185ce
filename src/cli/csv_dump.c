/* `hanji csv dump`: the rows of a CSV file as JSON, as hanji reads them. */
#include "base/file.h"
#include "cli/commands.h"
#include "data/csvdump.h"

static bool write_piece(void *file, const void *p, size_t n)
{
    return file_write(file, p, n);
}

static CsvAsk csv_ask(const Run *run, Str path)
{
    const Options *o = run->options;
    return (CsvAsk){.path = path,
                    .encoding = o->encoding,
                    .delimiter = o->delimiter,
                    .verbose = o->verbose};
}

void command_csv_dump(Run *run, const Str *args, size_t nargs)
{
    (void)nargs;
    const Options *o = run->options;
    const CsvDump dump = {.ask = csv_ask(run, args[0]),
                          .no_header = o->no_header};
    CsvDumpFound found;
    FileOut *file =
        file_create(o->output.n > 0 ? o->output : STR("-"), run->diags);
    bool whole = csvdump_write(&dump, write_piece, file, run->sources,
                               run->diags, &found);
    /* Stopped without a fault of the CSV: the output failed, and says so. */
    if (whole || diags_ok(run->diags))
        file_commit(file);
    else
        file_abandon(file);
}
