#include "EmbeddedData.h"

// Every theme of the folder `themes` has a line in each of the two lists.
static const EmbeddedFile files[] = {
    {"", (const unsigned char *)"", 0},
};

size_t embedded_theme_count(void) { return sizeof files / sizeof *files - 1; }

EmbeddedFile embedded_theme_file(size_t index) { return files[index]; }
