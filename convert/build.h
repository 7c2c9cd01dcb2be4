#ifndef JUE_BUILD_H
#define JUE_BUILD_H

/** jue_build_id: what the linker computed from code and built-in data of this program, hexadecimal; "" if it did not. Free it. */
char *jue_build_id (void);

/** jue_build_version: version and the beginning of the id: "0.1.0+92f7c321d9f0"; the same for the same build. Free it. */
char *jue_build_version (void);

#endif
