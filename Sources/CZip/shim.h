#ifndef UTKIK_CZIP_SHIM_H
#define UTKIK_CZIP_SHIM_H

#include <zip.h>

#endif
