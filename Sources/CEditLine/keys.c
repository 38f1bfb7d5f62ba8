#include "private.h"

#include <stdlib.h>
#include <string.h>

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
      // Read on to the end of the paste: what is left over would otherwise be taken for keys.
      e->event = WHET_TOO_LONG;
      wmemmove(text, text + count - 5, 5);
      count = 5;
    }
  }
  if (e->event != WHET_LINE) return free(text), CC_EOF;
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
  return CC_REFRESH;
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

void bind_keys(whet_editline *e) {
  el_wset(e->el, EL_GETCFN, get_char);
  el_wset(e->el, EL_PROMPT_ESC, get_prompt, L'\1');
  el_wset(e->el, EL_ADDFN, L"whet-paste", L"insert pasted text", paste);
  el_wset(e->el, EL_ADDFN, L"whet-complete", L"complete a word", complete);
  el_wset(e->el, EL_ADDFN, L"whet-edit", L"edit the line in an editor", edit);
}

void whet_editline_bind(whet_editline *e) {
  el_source(e->el, NULL);
  // In vi's insert mode Escape is a key of its own and must not become the beginning of another: there a paste is
  // bound behind it, in the command map.
  const wchar_t *mode = NULL;
  bool isVi = el_wget(e->el, EL_EDITOR, &mode) == 0 && mode && wcscmp(mode, L"vi") == 0;
  if (isVi) el_wset(e->el, EL_BIND, L"-a", L"[200~", L"whet-paste", NULL);
  else el_wset(e->el, EL_BIND, L"\\e[200~", L"whet-paste", NULL);
  el_wset(e->el, EL_BIND, L"^I", L"whet-complete", NULL);
  el_wset(e->el, EL_BIND, L"^X^E", L"whet-edit", NULL);
  el_wset(e->el, EL_BIND, L"^R", L"em-inc-search-prev", NULL);
}
