/*
 * Floor: the least work that any renderer of the same book must do.
 *
 *   floor FONT INDEX WORDS CONTENTS OUTPUT
 *
 * Shapes each distinct word of WORDS (one a line) once with HarfBuzz at units
 * per em, compresses the page contents in CONTENTS (each a 32-bit little-endian
 * length and its bytes) one by one with libdeflate at level 6, and writes the
 * results to OUTPUT. Nothing is laid out, numbered, tagged, embedded or synced to
 * the disk.
 */
#include <hb-ot.h>
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Bytes {
    unsigned char *p;
    size_t n;
} Bytes;

static Bytes read_all(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        exit(2);
    }
    fseek(f, 0, SEEK_END);
    Bytes b = {NULL, (size_t)ftell(f)};
    rewind(f);
    b.p = malloc(b.n + 1);
    if (!b.p || fread(b.p, 1, b.n, f) != b.n)
        exit(2);
    b.p[b.n] = 0;
    fclose(f);
    return b;
}

static long shape_words(const char *font, unsigned index, char *words)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(font);
    if (!blob)
        exit(2);
    hb_face_t *face = hb_face_create(blob, index);
    hb_font_t *hb = hb_font_create(face);
    hb_buffer_t *buffer = hb_buffer_create();
    hb_language_t korean = hb_language_from_string("ko", -1);
    long glyphs = 0;
    for (char *word = strtok(words, "\n"); word; word = strtok(NULL, "\n")) {
        hb_buffer_reset(buffer);
        hb_buffer_add_utf8(buffer, word, -1, 0, -1);
        hb_buffer_set_language(buffer, korean);
        hb_buffer_guess_segment_properties(buffer);
        hb_shape(hb, buffer, NULL, 0);
        glyphs += hb_buffer_get_length(buffer);
    }
    hb_buffer_destroy(buffer);
    hb_font_destroy(hb);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return glyphs;
}

static void write_pages(Bytes contents, const char *output)
{
    FILE *out = fopen(output, "wb");
    struct libdeflate_compressor *c = libdeflate_alloc_compressor(6);
    if (!out || !c)
        exit(2);
    for (size_t at = 0; at + 4 <= contents.n;) {
        uint32_t n;
        memcpy(&n, contents.p + at, 4);
        at += 4;
        size_t bound = libdeflate_zlib_compress_bound(c, n);
        unsigned char *z = malloc(bound);
        size_t zn = libdeflate_zlib_compress(c, contents.p + at, n, z, bound);
        fwrite(z, 1, zn, out);
        free(z);
        at += n;
    }
    libdeflate_free_compressor(c);
    if (fclose(out))
        exit(2);
}

int main(int argc, char **argv)
{
    if (argc != 6) {
        fprintf(stderr, "usage: floor FONT INDEX WORDS CONTENTS OUTPUT\n");
        return 2;
    }
    Bytes words = read_all(argv[3]), contents = read_all(argv[4]);
    long glyphs = shape_words(argv[1], (unsigned)atoi(argv[2]),
        (char *)words.p);
    write_pages(contents, argv[5]);
    printf("%ld glyphs\n", glyphs);
    free(words.p);
    free(contents.p);
    return 0;
}
