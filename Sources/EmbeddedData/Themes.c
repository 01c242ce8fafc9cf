#include "EmbeddedData.h"

// Every theme of the folder `themes` has a line in each of the two lists; a test holds that none is forgotten.
static const unsigned char fyrljus[] = {
#embed "../../themes/fyrljus.yaml"
};
static const unsigned char gryning[] = {
#embed "../../themes/gryning.yaml"
};
static const unsigned char norrsken[] = {
#embed "../../themes/norrsken.yaml"
};
static const unsigned char skymning[] = {
#embed "../../themes/skymning.yaml"
};
static const unsigned char torget[] = {
#embed "../../themes/torget.yaml"
};

static const EmbeddedFile files[] = {
    {"fyrljus", fyrljus, sizeof fyrljus},
    {"gryning", gryning, sizeof gryning},
    {"norrsken", norrsken, sizeof norrsken},
    {"skymning", skymning, sizeof skymning},
    {"torget", torget, sizeof torget},
};

size_t embedded_theme_count(void) { return sizeof files / sizeof *files; }

EmbeddedFile embedded_theme_file(size_t index) { return files[index]; }
