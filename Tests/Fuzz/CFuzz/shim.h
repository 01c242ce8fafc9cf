#ifndef UTKIK_CFUZZ_SHIM_H
#define UTKIK_CFUZZ_SHIM_H

#include <stddef.h>
#include <stdint.h>

// libFuzzer's own main, which is no header's (llvm.org/docs/LibFuzzer.html, "Using libFuzzer as a library").
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*test)(const uint8_t *start, size_t size));

#endif
