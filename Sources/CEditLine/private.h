// What the parts of the line editor know of each other.
#ifndef WHET_EDITLINE_PRIVATE_H
#define WHET_EDITLINE_PRIVATE_H

#include "include/editline.h"

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

enum { LONGEST = 256 * 1024 };

struct whet_editline {
  EditLine *el;
  HistoryW *history;
  int input, output;
  FILE *in, *out, *err;
  wchar_t *prompt;
  char *text;
  void *context;
  whet_completer complete;
  whet_editor edit;
  whet_result event;
  bool reading;
  unsigned char pending[4096];
  size_t pending_start, pending_count;
};

// text.c: UTF-8 to wide characters and back. What they give was allocated by malloc.
wchar_t *widened(const char *text, size_t length);
char *narrowed(const wchar_t *wide, size_t count, size_t *length);

// reader.c: signals and keys as they come.
bool open_signals(void);
void watch_signals(void);
void unwatch_signals(void);
/// One byte within so many milliseconds (-1 for ever); -1 when the wait was ended, and `event` says by what.
int next_byte(whet_editline *e, int timeout);
/// One code point; 1, or -1 when the wait was ended.
int next_point(whet_editline *e, wchar_t *point);

// keys.c: what libedit calls back for.
void bind_keys(whet_editline *e);

#endif
