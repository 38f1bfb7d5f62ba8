#ifndef WHET_PSEUDOTERMINAL_H
#define WHET_PSEUDOTERMINAL_H

/// Starts a program on a terminal of its own. Gives the terminal's other end, or -1; the child's id in `child`.
int start_on_terminal(
    const char *path, char *const arguments[], char *const environment[], const char *folder, int columns, int rows,
    int *child);

void resize_terminal(int terminal, int columns, int rows);

#endif
