/*
 * How fast a CSV file is read, beside a plain libcsv loop over the same bytes
 * in the same run.
 *
 *   bench_csv [MEGABYTES]
 *
 * `dump` is all of `hanji csv dump` but the writing: decoding, splitting,
 * places, JSON. `sum` is all of `hanji csv sum` for one column by another.
 * `libcsv` feeds the same file, read in pieces of the same size, to callbacks
 * that count. `memory` is the most that was ever resident.
 */
#include "data/csvsum.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Rows of an office: words, grouped figures in quotes, dates, blanks. */
static size_t write_file(const char *path, size_t bytes)
{
    FILE *f = fopen(path, "w");
    size_t n = 0;
    n += (size_t)fprintf(f, "부서,사업명,예산액,집행일,비고\n");
    for (unsigned i = 0; n < bytes; i++)
        n += (size_t)fprintf(
            f, "%s과,\"%s 시설 정비(%u단계)\",\"%u,%03u\",2024-%02u-%02u,%s\n",
            i % 3 ? "문화체육" : "교통정책", i % 2 ? "공공" : "지역", i % 7,
            i % 900 + 1, i * 37 % 1000, i % 12 + 1, i % 28 + 1,
            i % 5 ? "" : "\"이월, 일부\"");
    fclose(f);
    return n;
}

static void count_cell(void *p, size_t n, void *context)
{
    (void)p;
    *(size_t *)context += n;
}

static void count_row(int end, void *context)
{
    (void)end;
    *(size_t *)context += 1;
}

static double time_libcsv(const char *path, size_t *seen)
{
    static char piece[1 << 16];
    struct csv_parser parser;
    double start = now();
    FILE *f = fopen(path, "r");
    csv_init(&parser, 0);
    for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
        csv_parse(&parser, piece, n, count_cell, count_row, seen);
    csv_fini(&parser, count_cell, count_row, seen);
    csv_free(&parser);
    fclose(f);
    return now() - start;
}

static bool count_bytes(void *context, const void *p, size_t n)
{
    (void)p;
    *(size_t *)context += n;
    return true;
}

static double time_dump(const char *path, size_t *seen)
{
    Sources *sources = sources_new();
    Diags *diags = diags_new(sources);
    CsvDump dump = {.ask.path = str_of(path)};
    CsvDumpFound found;
    double start = now();
    if (!csvdump_write(&dump, count_bytes, seen, sources, diags, &found))
        exit(1);
    double seconds = now() - start;
    diags_free(diags);
    sources_free(sources);
    return seconds;
}

static double time_sum(const char *path, size_t *seen)
{
    Sources *sources = sources_new();
    Diags *diags = diags_new(sources);
    const Str column = STR("예산액");
    CsvSum sum = {.ask.path = str_of(path),
                  .by = STR("부서"),
                  .columns = &column,
                  .ncolumns = 1};
    double start = now();
    if (!csvsum_write(&sum, count_bytes, seen, sources, diags))
        exit(1);
    double seconds = now() - start;
    diags_free(diags);
    sources_free(sources);
    return seconds;
}

static double least(double a, double b)
{
    return a < b ? a : b;
}

int main(int argc, char **argv)
{
    enum { RUNS = 3 };
    char path[] = "/tmp/hanji-bench-XXXXXX";
    size_t megabytes = argc > 1 ? strtoul(argv[1], NULL, 10) : 100, seen = 0;
    int fd = mkstemp(path);
    if (fd < 0 || megabytes == 0)
        return 1;
    close(fd);
    double size = (double)write_file(path, megabytes * 1000000) / 1e6;
    double libcsv = 1e9, dump = 1e9, sum = 1e9;
    for (int i = 0; i < RUNS; i++) { /* in turns: the machine is not ours */
        libcsv = least(libcsv, time_libcsv(path, &seen));
        dump = least(dump, time_dump(path, &seen));
        sum = least(sum, time_sum(path, &seen));
    }
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    unlink(path);
    printf("libcsv %7.1f MB/s\n", size / libcsv);
    printf("dump   %7.1f MB/s  %.2f of libcsv\n", size / dump, libcsv / dump);
    printf("sum    %7.1f MB/s  %.2f of libcsv\n", size / sum, libcsv / sum);
    printf("memory %7.1f MiB\n", (double)used.ru_maxrss / 1024);
    return seen == 0;
}
