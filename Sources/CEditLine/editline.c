// libedit behind a small border. What it does by itself and what it leaves to us is in decision 0019.

#include "private.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

whet_editline *whet_editline_open(int input, int output, const char *program) {
  // Without a UTF-8 locale every letter beyond ASCII would be swallowed, and under LC_ALL=C there is none.
  if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "");
  whet_editline *e = calloc(1, sizeof *e);
  if (!e) return NULL;
  if (!open_signals()) return free(e), NULL;
  e->input = input;
  e->output = output;
  e->in = fdopen(dup(input), "r");
  e->out = fdopen(dup(output), "w");
  e->err = fdopen(dup(output), "w");
  e->el = e->in && e->out && e->err ? el_init(program, e->in, e->out, e->err) : NULL;
  e->history = history_winit();
  if (!e->el || !e->history) return whet_editline_close(e), NULL;
  el_wset(e->el, EL_CLIENTDATA, e);
  el_wset(e->el, EL_SIGNAL, 0);
  HistEventW event;
  history_w(e->history, &event, H_SETSIZE, 5000);
  el_wset(e->el, EL_HIST, history_w, e->history);
  el_wset(e->el, EL_EDITOR, L"emacs");
  bind_keys(e);
  whet_editline_take(e);
  return e;
}

void whet_editline_callbacks(whet_editline *e, void *context, whet_completer completer, whet_editor editor) {
  e->context = context;
  e->complete = completer;
  e->edit = editor;
}

void whet_editline_take(whet_editline *e) {
  watch_signals();
  el_wset(e->el, EL_PREP_TERM, 1);
  static const char bracketed[] = "\033[?2004h";
  if (write(e->output, bracketed, sizeof bracketed - 1) < 0) return;
}

void whet_editline_release(whet_editline *e) {
  static const char plain[] = "\033[?2004l";
  if (write(e->output, plain, sizeof plain - 1) < 0) { /* the terminal is gone */ }
  el_wset(e->el, EL_PREP_TERM, 0);
  unwatch_signals();
}

void whet_editline_close(whet_editline *e) {
  if (e->el) {
    whet_editline_release(e);
    el_end(e->el);
  }
  if (e->history) history_wend(e->history);
  if (e->in) fclose(e->in);
  if (e->out) fclose(e->out);
  if (e->err) fclose(e->err);
  free(e->prompt);
  free(e->text);
  free(e);
}

whet_result whet_editline_read(whet_editline *e, const char *prompt, const char **text, size_t *length) {
  free(e->prompt);
  free(e->text);
  e->prompt = widened(prompt, strlen(prompt));
  e->text = NULL;
  *text = "";
  *length = 0;
  e->event = WHET_LINE;
  e->reading = true;
  int count = 0;
  const wchar_t *line = el_wgets(e->el, &count);
  e->reading = false;
  // Stays as it is between two questions: a key that comes early must not be echoed into what is being printed.
  el_wset(e->el, EL_PREP_TERM, 1);
  if (e->event != WHET_LINE) return e->event;
  if (!line || count <= 0) return WHET_EOF;
  if (count > LONGEST) return WHET_TOO_LONG;
  size_t used = (size_t)count;
  while (used > 0 && (line[used - 1] == '\n' || line[used - 1] == '\r')) used--;
  e->text = narrowed(line, used, length);
  if (!e->text) return WHET_ERROR;
  *text = e->text;
  return WHET_LINE;
}

whet_result whet_editline_key(whet_editline *e, int *key) {
  e->event = WHET_LINE;
  el_wset(e->el, EL_PREP_TERM, 1);
  wchar_t point;
  if (next_point(e, &point) != 1) return e->event;
  *key = (int)point;
  if (point == 4) return WHET_EOF;
  if (point != 27) return WHET_LINE;
  // An arrow or a function key comes as several bytes at once; none of them is meant by itself.
  int next = next_byte(e, 30);
  if (next < 0) return e->event;
  *key = -1;
  if (next == '[' || next == 'O') {
    int number = 0;
    for (next = next_byte(e, 30); next >= 0 && !(next >= 0x40 && next <= 0x7e); next = next_byte(e, 30)) {
      if (next >= '0' && next <= '9' && number < 1000) number = number * 10 + next - '0';
    }
    // A paste is no key, and nothing in it is one.
    static const char end[] = "\033[201~";
    for (size_t at = 0; number == 200 && next == '~' && end[at];) {
      int byte = next_byte(e, -1);
      if (byte < 0) break;
      at = byte == end[at] ? at + 1 : byte == end[0];
    }
  }
  return e->event;
}

void whet_editline_remember(whet_editline *e, const char *line) {
  wchar_t *wide = widened(line, strlen(line));
  HistEventW event;
  if (wide) history_w(e->history, &event, H_ENTER, wide);
  free(wide);
}

void whet_editline_forget(whet_editline *e) {
  HistEventW event;
  history_w(e->history, &event, H_CLEAR);
}

int whet_editline_major(void) { return LIBEDIT_MAJOR; }
int whet_editline_minor(void) { return LIBEDIT_MINOR; }
