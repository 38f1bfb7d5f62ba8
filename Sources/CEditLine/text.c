#include "private.h"

#include <stdlib.h>

wchar_t *widened(const char *text, size_t length) {
  wchar_t *wide = malloc((length + 1) * sizeof *wide);
  if (!wide) return NULL;
  size_t count = 0;
  const unsigned char *at = (const unsigned char *)text, *end = at + length;
  while (at < end) {
    unsigned code = *at++;
    int more = code >= 0xf0 ? 3 : code >= 0xe0 ? 2 : code >= 0xc0 ? 1 : 0;
    if (more) code &= 0x3f >> more;
    while (more-- > 0 && at < end) code = code << 6 | (*at++ & 0x3f);
    wide[count++] = (wchar_t)code;
  }
  wide[count] = 0;
  return wide;
}

static size_t put(char *to, unsigned code) {
  if (code < 0x80) return to[0] = (char)code, 1;
  if (code < 0x800) return to[0] = (char)(0xc0 | code >> 6), to[1] = (char)(0x80 | (code & 0x3f)), 2;
  if (code < 0x10000) {
    to[0] = (char)(0xe0 | code >> 12), to[1] = (char)(0x80 | (code >> 6 & 0x3f)), to[2] = (char)(0x80 | (code & 0x3f));
    return 3;
  }
  to[0] = (char)(0xf0 | code >> 18), to[1] = (char)(0x80 | (code >> 12 & 0x3f));
  to[2] = (char)(0x80 | (code >> 6 & 0x3f)), to[3] = (char)(0x80 | (code & 0x3f));
  return 4;
}

char *narrowed(const wchar_t *wide, size_t count, size_t *length) {
  char *text = malloc(count * 4 + 1);
  if (!text) return NULL;
  size_t used = 0;
  for (size_t i = 0; i < count; i++) used += put(text + used, (unsigned)wide[i]);
  text[used] = 0;
  if (length) *length = used;
  return text;
}
