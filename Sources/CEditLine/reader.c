#define _GNU_SOURCE
#include "private.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

// Signals are taken down in a pipe and acted upon where the program waits: a handler may do little else. There
// is one terminal and one process, so there is one pipe.
static int signal_pipe[2] = {-1, -1};
static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT};
enum { SIGNALS = sizeof signals / sizeof *signals };
static struct sigaction before[SIGNALS];

// The signal; set for good: the program is to end, whatever is being asked.
static volatile sig_atomic_t terminated;

static void note(int number) {
  int saved = errno;
  if (number == SIGTERM || number == SIGHUP) terminated = number;
  unsigned char byte = (unsigned char)number;
  if (write(signal_pipe[1], &byte, 1) < 0) { /* full: the ones in it will do */ }
  errno = saved;
}

int whet_editline_terminated(void) { return terminated; }

void watch_signals(void) {
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

void unwatch_signals(void) {
  for (int i = 0; i < SIGNALS; i++) sigaction(signals[i], &before[i], NULL);
}

bool open_signals(void) {
  return signal_pipe[0] >= 0 || pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) == 0;
}

static void redraw(whet_editline *e) {
  el_resize(e->el);
  if (!e->reading) return;
  static const char clear[] = "\r\033[J";
  if (write(e->output, clear, sizeof clear - 1) < 0) return;
  el_wset(e->el, EL_REFRESH);
}

static void stop(whet_editline *e) {
  static const char plain[] = "\033[?2004l", bracketed[] = "\033[?2004h";
  if (write(e->output, plain, sizeof plain - 1) < 0) { /* the terminal is gone */ }
  el_wset(e->el, EL_PREP_TERM, 0);
  struct sigaction ours, standard = {.sa_handler = SIG_DFL};
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &ours);
  raise(SIGTSTP);
  // Here the process sleeps until somebody says fg.
  sigaction(SIGTSTP, &ours, NULL);
  el_wset(e->el, EL_PREP_TERM, 1);
  if (write(e->output, bracketed, sizeof bracketed - 1) < 0) { /* the terminal is gone */ }
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
int next_byte(whet_editline *e, int timeout) {
  if (terminated) return e->event = WHET_TERMINATE, -1;
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
int next_point(whet_editline *e, wchar_t *point) {
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
