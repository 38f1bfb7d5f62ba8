// What Swift cannot say to SQLite by itself: a destructor that is a cast of -1, and variadic calls.
#ifndef WHET_CSQLITE_SHIM_H
#define WHET_CSQLITE_SHIM_H

#include <sqlite3.h>

/// Binds text by length, so that a NUL inside it does not cut it short. SQLite takes a copy.
static inline int whet_bind_text(sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Refuses what a hostile database file could do through its own schema: functions with side effects
/// called from views, triggers or defaults, and writes to the schema table.
static inline int whet_harden(sqlite3 *database) {
  int status = sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  if (status != SQLITE_OK) return status;
  return sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
}

#endif
