#ifndef UTKIK_CXML_SHIM_H
#define UTKIK_CXML_SHIM_H

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#endif
