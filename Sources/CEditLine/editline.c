// libedit behind a small border. What it does by itself and what it leaves to us is in decision 0019.

#define _GNU_SOURCE
#include "include/editline.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
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

// Signals are taken down in a pipe and acted upon where the program waits: a handler may do little else. There
// is one terminal and one process, so there is one pipe.
static int signal_pipe[2] = {-1, -1};
static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT};
enum { SIGNALS = sizeof signals / sizeof *signals };
static struct sigaction before[SIGNALS];

static void note(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  if (write(signal_pipe[1], &byte, 1) < 0) { /* full: the ones in it will do */ }
  errno = saved;
}

static void watch_signals(void) {
  struct sigaction action = {.sa_handler = note};
  sigemptyset(&action.sa_mask);
  sigset_t ours;
  sigemptyset(&ours);
  for (int i = 0; i < SIGNALS; i++) {
    sigaction(signals[i], &action, &before[i]);
    sigaddset(&ours, signals[i]);
  }
  // Whoever started us may have blocked them and forgotten to say so.
  sigprocmask(SIG_UNBLOCK, &ours, NULL);
}

static void unwatch_signals(void) {
  for (int i = 0; i < SIGNALS; i++) sigaction(signals[i], &before[i], NULL);
}

// MARK: text across the border

static wchar_t *widened(const char *text, size_t length) {
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

static char *narrowed(const wchar_t *wide, size_t count, size_t *length) {
  char *text = malloc(count * 4 + 1);
  if (!text) return NULL;
  size_t used = 0;
  for (size_t i = 0; i < count; i++) used += put(text + used, (unsigned)wide[i]);
  text[used] = 0;
  if (length) *length = used;
  return text;
}

// MARK: reading

static void redraw(whet_editline *e) {
  if (!e->reading) return;
  el_resize(e->el);
  static const char clear[] = "\r\033[J";
  if (write(e->output, clear, sizeof clear - 1) < 0) return;
  el_wset(e->el, EL_REFRESH);
}

static void stop(whet_editline *e) {
  el_wset(e->el, EL_PREP_TERM, 0);
  struct sigaction ours, standard = {.sa_handler = SIG_DFL};
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &ours);
  raise(SIGTSTP);
  // Here the process sleeps until somebody says fg.
  sigaction(SIGTSTP, &ours, NULL);
  el_wset(e->el, EL_PREP_TERM, 1);
  redraw(e);
}

// True when what was read ends the wait.
static bool act(whet_editline *e) {
  unsigned char number;
  while (read(signal_pipe[0], &number, 1) == 1) {
    switch (number) {
    case SIGWINCH:
    case SIGCONT: redraw(e); break;
    case SIGTSTP: stop(e); break;
    case SIGINT: e->event = WHET_INTERRUPT; return true;
    default: e->event = WHET_TERMINATE; return true;
    }
  }
  return false;
}

// One byte; -1 when the wait was ended.
static int next_byte(whet_editline *e, int timeout) {
  while (e->pending_start == e->pending_count) {
    struct pollfd files[2] = {{.fd = e->input, .events = POLLIN}, {.fd = signal_pipe[0], .events = POLLIN}};
    int ready = poll(files, 2, timeout);
    if (ready == 0) return -1;
    if (ready < 0 && errno != EINTR) return e->event = WHET_ERROR, -1;
    if (act(e)) return -1;
    if (ready < 0 || !(files[0].revents & (POLLIN | POLLHUP | POLLERR))) continue;
    ssize_t count = read(e->input, e->pending, sizeof e->pending);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) return e->event = WHET_EOF, -1;
    e->pending_start = 0;
    e->pending_count = (size_t)count;
  }
  return e->pending[e->pending_start++];
}

// One code point. What is no UTF-8 becomes U+FFFD, in one piece with what follows it.
static int next_point(whet_editline *e, wchar_t *point) {
  int first = next_byte(e, -1);
  if (first < 0) return -1;
  int more = first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 && first < 0xe0 ? 1 : 0;
  if (first >= 0x80 && more == 0) return *point = 0xfffd, 1;
  unsigned code = more ? (unsigned)first & (0x3fu >> more) : (unsigned)first;
  for (; more > 0; more--) {
    int next = next_byte(e, 200);
    if (next < 0) return e->event == WHET_LINE ? (*point = 0xfffd, 1) : -1;
    if ((next & 0xc0) != 0x80) {
      e->pending_start--;
      return *point = 0xfffd, 1;
    }
    code = code << 6 | ((unsigned)next & 0x3f);
  }
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) code = 0xfffd;
  *point = (wchar_t)code;
  return 1;
}

static int get_char(EditLine *el, wchar_t *point) {
  whet_editline *e;
  el_wget(el, EL_CLIENTDATA, &e);
  return next_point(e, point) == 1 ? 1 : -1;
}

static wchar_t *get_prompt(EditLine *el) {
  whet_editline *e;
  el_wget(el, EL_CLIENTDATA, &e);
  static wchar_t none[] = L"";
  return e->prompt ? e->prompt : none;
}

// MARK: keys of our own

// Everything up to the end of a bracketed paste, as text: nothing in it is a key, and no line end is an Enter.
static unsigned char paste(EditLine *el, wint_t key) {
  (void)key;
  whet_editline *e;
  el_wget(el, EL_CLIENTDATA, &e);
  static const wchar_t end[] = L"\033[201~";
  size_t size = 1024, count = 0;
  wchar_t *text = malloc(size * sizeof *text), point;
  if (!text) return CC_ERROR;
  while (next_point(e, &point) == 1) {
    if (count + 2 > size) {
      wchar_t *larger = realloc(text, (size *= 2) * sizeof *text);
      if (!larger) break;
      text = larger;
    }
    text[count++] = point;
    if (count >= 6 && wmemcmp(text + count - 6, end, 6) == 0) {
      count -= 6;
      break;
    }
    if (count > LONGEST) {
      e->event = WHET_TOO_LONG;
      break;
    }
  }
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    wchar_t c = text[i] == '\r' ? (i + 1 < count && text[i + 1] == '\n' ? 0 : '\n') : text[i];
    if (c == '\t') c = ' ';
    if ((c >= ' ' || c == '\n') && c != 0x7f && !(c >= 0x80 && c < 0xa0)) text[kept++] = c;
  }
  // A line end at the very end would leave the cursor on an empty line.
  while (kept > 0 && text[kept - 1] == '\n') kept--;
  text[kept] = 0;
  if (kept > 0) el_winsertstr(el, text);
  free(text);
  if (e->event == WHET_LINE) return CC_REFRESH;
  return CC_EOF;
}

static char *line_to_cursor(EditLine *el, bool whole, size_t *length) {
  const LineInfoW *line = el_wline(el);
  const wchar_t *end = whole ? line->lastchar : line->cursor;
  return narrowed(line->buffer, (size_t)(end - line->buffer), length);
}

static unsigned char complete(EditLine *el, wint_t key) {
  (void)key;
  whet_editline *e;
  el_wget(el, EL_CLIENTDATA, &e);
  if (!e->complete) return CC_NORM;
  size_t length = 0;
  char *line = line_to_cursor(el, false, &length);
  if (!line) return CC_ERROR;
  bool redisplay = false;
  char *insertion = e->complete(e->context, line, length, &redisplay);
  free(line);
  if (insertion) {
    wchar_t *wide = widened(insertion, strlen(insertion));
    if (wide) el_winsertstr(el, wide);
    free(wide);
    free(insertion);
    return redisplay ? CC_REDISPLAY : CC_REFRESH;
  }
  return redisplay ? CC_REDISPLAY : CC_REFRESH_BEEP;
}

static unsigned char edit(EditLine *el, wint_t key) {
  (void)key;
  whet_editline *e;
  el_wget(el, EL_CLIENTDATA, &e);
  if (!e->edit) return CC_NORM;
  size_t length = 0;
  char *line = line_to_cursor(el, true, &length);
  if (!line) return CC_ERROR;
  whet_editline_release(e);
  char *edited = e->edit(e->context, line, length);
  whet_editline_take(e);
  free(line);
  if (edited) {
    wchar_t *wide = widened(edited, strlen(edited));
    if (wide) {
      const LineInfoW *info = el_wline(el);
      el_cursor(el, (int)(info->lastchar - info->cursor));
      info = el_wline(el);
      el_wdeletestr(el, (int)(info->lastchar - info->buffer));
      el_winsertstr(el, wide);
    }
    free(wide);
    free(edited);
  }
  return CC_REDISPLAY;
}

// MARK: open and close

whet_editline *whet_editline_open(int input, int output, const char *program) {
  // Without a UTF-8 locale every letter beyond ASCII would be swallowed, and under LC_ALL=C there is none.
  if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "");
  whet_editline *e = calloc(1, sizeof *e);
  if (!e) return NULL;
  if (signal_pipe[0] < 0 && pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return free(e), NULL;
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
  el_wset(e->el, EL_GETCFN, get_char);
  el_wset(e->el, EL_PROMPT_ESC, get_prompt, L'\1');
  HistEventW event;
  history_w(e->history, &event, H_SETSIZE, 5000);
  el_wset(e->el, EL_HIST, history_w, e->history);
  el_wset(e->el, EL_EDITOR, L"emacs");
  el_wset(e->el, EL_ADDFN, L"whet-paste", L"insert pasted text", paste);
  el_wset(e->el, EL_ADDFN, L"whet-complete", L"complete a word", complete);
  el_wset(e->el, EL_ADDFN, L"whet-edit", L"edit the line in an editor", edit);
  whet_editline_take(e);
  return e;
}

void whet_editline_bind(whet_editline *e) {
  el_source(e->el, NULL);
  el_wset(e->el, EL_BIND, L"\\e[200~", L"whet-paste", NULL);
  el_wset(e->el, EL_BIND, L"^I", L"whet-complete", NULL);
  el_wset(e->el, EL_BIND, L"^X^E", L"whet-edit", NULL);
  el_wset(e->el, EL_BIND, L"^R", L"em-inc-search-prev", NULL);
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
    do next = next_byte(e, 30);
    while (next >= 0 && !(next >= 0x40 && next <= 0x7e));
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
