#include "include/pseudoterminal.h"

#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

int start_on_terminal(
    const char *path, char *const arguments[], char *const environment[], const char *folder, int columns, int rows,
    int *child) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  int terminal;
  pid_t id = forkpty(&terminal, NULL, NULL, &size);
  if (id == 0) {
    // A test runner blocks signals in its threads; a shell would not hand that on.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, 0);
    if (chdir(folder) == 0) execve(path, arguments, environment);
    _exit(127);
  }
  *child = id;
  return id < 0 ? -1 : terminal;
}

void resize_terminal(int terminal, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  ioctl(terminal, TIOCSWINSZ, &size);
}
