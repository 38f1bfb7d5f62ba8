// The line editor, as Swift sees it: UTF-8 with lengths across the border, and no variadic calls.
#ifndef WHET_EDITLINE_H
#define WHET_EDITLINE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct whet_editline whet_editline;

typedef enum {
  WHET_LINE,        // Enter
  WHET_EOF,         // Ctrl-D on an empty line, or the terminal is gone
  WHET_INTERRUPT,   // Ctrl-C
  WHET_TERMINATE,   // SIGTERM or SIGHUP
  WHET_TOO_LONG,    // more than a line may hold
  WHET_ERROR
} whet_result;

/// Called for Tab. The line up to the cursor goes in; what is to be inserted comes out, allocated by malloc, or
/// NULL. The callee may print below the line and then sets `redisplay`.
typedef char *(*whet_completer)(void *context, const char *line, size_t length, bool *redisplay);

/// Called for Ctrl-X Ctrl-E, with the terminal as it was before. Gives the new line, allocated by malloc, or NULL.
typedef char *(*whet_editor)(void *context, const char *line, size_t length);

whet_editline *whet_editline_open(int input, int output, const char *program);
void whet_editline_close(whet_editline *editor);

void whet_editline_callbacks(whet_editline *editor, void *context, whet_completer complete, whet_editor edit);

/// Makes the keys of `~/.editrc` count, then binds those that the program cannot do without.
void whet_editline_bind(whet_editline *editor);

/// Reads a line. `prompt` may hold escape sequences between bytes of value 1. The text lives until the next call.
whet_result whet_editline_read(whet_editline *editor, const char *prompt, const char **text, size_t *length);

/// Reads one key without an Enter: a code point, or for a special key -1. The result tells what ended the wait.
whet_result whet_editline_key(whet_editline *editor, int *key);

void whet_editline_remember(whet_editline *editor, const char *line);
void whet_editline_forget(whet_editline *editor);

/// Gives the terminal back for another program, and takes it again.
void whet_editline_release(whet_editline *editor);
void whet_editline_take(whet_editline *editor);

/// The signal that told the program to end while an editor was there; 0 where none did.
int whet_editline_terminated(void);

int whet_editline_major(void);
int whet_editline_minor(void);

#endif
