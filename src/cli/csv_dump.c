/* `hanji csv dump` and `hanji csv sum`: CSV files of any size as JSON. */
#include "base/file.h"
#include "cli/commands.h"
#include "cli/outputs.h"
#include "data/csvdump.h"
#include "data/csvsum.h"

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

/* NULL when reported. */
static FileOut *create_output(Run *run, Str input)
{
    sources_add(run->sources, input);
    if (!outputs_check_own(run))
        return NULL;
    Str output = run->options->output;
    return file_create(output.n > 0 ? output : STR("-"), run->diags);
}

/* Stopped without a fault of the CSV: the output failed, and says so. */
static void finish_output(Run *run, FileOut *file, bool whole)
{
    if (whole || diags_ok(run->diags))
        file_commit(file);
    else
        file_abandon(file);
}

void command_csv_dump(Run *run, const Str *args, size_t nargs)
{
    (void)nargs;
    const CsvDump dump = {.ask = csv_ask(run, args[0]),
                          .no_header = run->options->no_header};
    CsvDumpFound found;
    FileOut *file = create_output(run, args[0]);
    if (!file)
        return;
    bool whole = csvdump_write(&dump, write_piece, file, run->sources,
                               run->diags, &found);
    finish_output(run, file, whole);
}

void command_csv_sum(Run *run, const Str *args, size_t nargs)
{
    const CsvSum sum = {.ask = csv_ask(run, args[0]),
                        .by = args[1],
                        .columns = args + 2,
                        .ncolumns = nargs - 2};
    FileOut *file = create_output(run, args[0]);
    if (!file)
        return;
    bool whole =
        csvsum_write(&sum, write_piece, file, run->sources, run->diags);
    finish_output(run, file, whole);
}
