#ifndef UTKIK_EMBEDDED_DATA_H
#define UTKIK_EMBEDDED_DATA_H

#include <stddef.h>

/// A file compiled into the program: its name and its bytes (not NUL-terminated).
typedef struct {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t count;
} EmbeddedFile;

#endif
