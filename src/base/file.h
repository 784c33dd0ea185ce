/*
 * Files: the only place that opens them.
 *
 * Reading gives the whole file; writing goes to a temporary file beside the
 * target, is synced and renamed, so that the target holds the whole old or the
 * whole new bytes whatever happens (reliability R3, R4).
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/diag.h"

/* Reads a whole regular file into `a`. Reports DIAG_FILE_MISSING or
 * DIAG_FILE_READ at `pos` (where the path was written) and answers false. A
 * name in NFC is also found when stored in NFD and the other way (K-204).
 * Folders, pipes and devices are refused; "-" is standard input. */
bool file_read(Str path, Pos pos, Arena *a, Diags *diags, Str *out);

/* Like file_read, reporting nothing: for optional files. */
bool file_try_read(Str path, Arena *a, Str *out);

/* No such file, in whatever normal form; "-" is always there. For callers
 * with a message of their own. */
bool file_is_missing(Str path, Arena *a);

/* There is something, but no regular file: a folder, pipe or device. */
bool file_is_special(Str path, Arena *a);

/* The size of a regular file as the system tells it, 0 when there is none: for
 * callers with a limit, to refuse before the file is read. */
uint64_t file_size(Str path, Arena *a);

/* A file read a piece at a time, for what is too big to hold. */
typedef struct FileIn FileIn;

/* Opens as file_read does, "-" included; NULL when reported. */
FileIn *file_open(Str path, Pos pos, Diags *diags);
/* Fills `p` with the next bytes, as many as there are up to `n`; 0 at the end
 * and after a failure. */
size_t file_next(FileIn *f, void *p, size_t n);
/* Begins again. */
void file_rewind(FileIn *f);
/* False, and reported, when reading failed. Frees f either way. */
bool file_close(FileIn *f);

/* `dir` of a path ("" when none) joined with a relative path; absolute
 * paths stay. */
Str path_join(Str dir, Str rel, Arena *a);
Str path_dir(Str path);
Str path_base(Str path);
/* The path as it is stored, when one part or other of it is in another normal
 * form; the path itself when there is nothing like it. */
Str path_find(Str path, Arena *a);

/* What a path names: two that are the same name one file, by whatever links and
 * detours. What is not there yet counts as the file it would become. */
typedef struct FileIdentity {
    uint64_t device, inode; /* of the file, or of a folder above it */
    Str way;                /* from that folder; empty: the file is there */
} FileIdentity;

FileIdentity file_identity(Str path, Arena *a);
/* Of standard input or output; false when that is no regular file. */
bool file_identity_std(bool input, FileIdentity *out);
bool file_is_same(FileIdentity a, FileIdentity b);

/* An output file being written. Every failure is kept and told by
 * file_commit; writing after a failure does nothing. */
typedef struct FileOut FileOut;

/* Opens a temporary beside `path` (or stdout when path is "-"). Creates the
 * parent folder when it is missing. Refuses directories and devices. */
FileOut *file_create(Str path, Diags *diags);
bool file_write(FileOut *f, const void *p, size_t n);
/* Syncs, renames, syncs the directory. False, reported and the temporary
 * removed when anything failed. Frees f either way. */
bool file_commit(FileOut *f);
/* Removes the temporary, leaves the target alone, frees f. */
void file_abandon(FileOut *f);

#endif
