#ifndef WHET_CEDITLINE_SHIM_H
#define WHET_CEDITLINE_SHIM_H

#include <histedit.h>

static inline int whet_editline_major(void) { return LIBEDIT_MAJOR; }
static inline int whet_editline_minor(void) { return LIBEDIT_MINOR; }

#endif
