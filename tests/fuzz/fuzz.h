#ifndef FUZZ_H
#define FUZZ_H

/*
 * A fuzz program is one file with one function, which takes bytes that may be anything and must come back: no crash, no
 * memory error, no critical message. It is linked twice: with libFuzzer (fuzz-NAME, option JUE_FUZZ), which invents bytes,
 * and with replay.c (replay-NAME, always), which runs the inputs in corpus/NAME as an ordinary test.
 */

#include <stddef.h>
#include <stdint.h>

#include <glib.h>

/** LLVMFuzzerTestOneInput: the name that libFuzzer calls. Returns: 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/** fuzz_file: writes the bytes into a file of this process; the path is valid until the next call. NULL if that fails. */
const char *fuzz_file (const uint8_t *data, size_t size);

#endif
