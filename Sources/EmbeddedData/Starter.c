#include "EmbeddedData.h"

// Each file has a line in each of the two lists; SwiftPM builds this file anew when one of them changes.
static const unsigned char municipalities[] = {
#embed "starter/municipalities.txt"
};
static const unsigned char ranking[] = {
#embed "starter/ranking.txt"
};
static const unsigned char projects[] = {
#embed "starter/projects.json"
};
static const unsigned char awards[] = {
#embed "starter/awards.json"
};
static const unsigned char news_kristinehamn_newsletter[] = {
#embed "starter/news-kristinehamn-newsletter.txt"
};
static const unsigned char news_kristinehamn_head[] = {
#embed "starter/news-kristinehamn-head.txt"
};
static const unsigned char news_kramfors[] = {
#embed "starter/news-kramfors.txt"
};
static const unsigned char news_norrkoping[] = {
#embed "starter/news-norrkoping.txt"
};
static const unsigned char news_kvalitetskommun[] = {
#embed "starter/news-kvalitetskommun.txt"
};
static const unsigned char news_vimmerby[] = {
#embed "starter/news-vimmerby.txt"
};

static const EmbeddedFile files[] = {
    {"municipalities.txt", municipalities, sizeof municipalities},
    {"ranking.txt", ranking, sizeof ranking},
    {"projects.json", projects, sizeof projects},
    {"awards.json", awards, sizeof awards},
    {"news-kristinehamn-newsletter.txt", news_kristinehamn_newsletter, sizeof news_kristinehamn_newsletter},
    {"news-kristinehamn-head.txt", news_kristinehamn_head, sizeof news_kristinehamn_head},
    {"news-kramfors.txt", news_kramfors, sizeof news_kramfors},
    {"news-norrkoping.txt", news_norrkoping, sizeof news_norrkoping},
    {"news-kvalitetskommun.txt", news_kvalitetskommun, sizeof news_kvalitetskommun},
    {"news-vimmerby.txt", news_vimmerby, sizeof news_vimmerby},
};

size_t embedded_starter_count(void) { return sizeof files / sizeof *files; }

EmbeddedFile embedded_starter_file(size_t index) { return files[index]; }
