#ifndef UTKIK_EMBEDDED_DATA_H
#define UTKIK_EMBEDDED_DATA_H

#include <stddef.h>

/// A file compiled into the program: its name and its bytes (not NUL-terminated).
typedef struct {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t count;
} EmbeddedFile;

/// How many files of starter content there are.
size_t embedded_starter_count(void);

/// The file of starter content at `index`, which must be below the count.
EmbeddedFile embedded_starter_file(size_t index);

/// How many themes there are.
size_t embedded_theme_count(void);

/// The theme at `index`, which must be below the count; its name is the file's, without ".yaml".
EmbeddedFile embedded_theme_file(size_t index);

#endif
