#include "EmbeddedData.h"

// One line a file; SwiftPM builds this file anew when one of them changes.
static const unsigned char municipalities[] = {
#embed "starter/municipalities.txt"
};
static const unsigned char ranking[] = {
#embed "starter/ranking.txt"
};

static const EmbeddedFile files[] = {
    {"municipalities.txt", municipalities, sizeof municipalities},
    {"ranking.txt", ranking, sizeof ranking},
};

size_t embedded_starter_count(void) { return sizeof files / sizeof *files; }

EmbeddedFile embedded_starter_file(size_t index) { return files[index]; }
