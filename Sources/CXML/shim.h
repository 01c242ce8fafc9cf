#ifndef UTKIK_CXML_SHIM_H
#define UTKIK_CXML_SHIM_H

// Debian builds libxml2 with ICU, whose headers clash with those that Foundation brings. They matter only for the inside
// of a character encoding handler, which nothing here looks into.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/tree.h>

// A variable that holds a function, which Swift can't call safely.
static inline void utkik_xml_free(void *memory) { xmlFree(memory); }

#endif
