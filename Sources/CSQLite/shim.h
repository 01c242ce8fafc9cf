#ifndef UTKIK_CSQLITE_SHIM_H
#define UTKIK_CSQLITE_SHIM_H

#include <sqlite3.h>

/* SQLITE_CONFIG_MEMSTATUS with 0. The function takes arguments of any number, which Swift can't call. */
static inline int utkik_sqlite_leave_memory_uncounted(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

#endif
