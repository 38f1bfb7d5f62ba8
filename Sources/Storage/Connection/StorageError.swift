/// What can go wrong with the database, told so that a person knows what to do.
package enum StorageError: Error, Equatable {
  /// Another program holds the lock and did not let go in time.
  case locked(path: String)
  /// The file is none of whet's, or damaged; the text says which and where.
  case unusable(path: String, reason: String)
  /// Written by a newer whet.
  case newer(path: String, schema: Int, known: Int)
  /// The disk is full or over quota.
  case full(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  /// SQLite refused a statement: a bug here, or a failing disk.
  case sqlite(code: Int, message: String, sql: String)
}

extension StorageError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .locked(let path):
      "\(path) is in use by another program; nothing was changed. Try again in a moment"
    case .unusable(let path, let reason): "\(path): \(reason); nothing was changed"
    case .newer(let path, let schema, let known):
      "\(path) was written by a newer whet (schema \(schema), this one knows \(known)); nothing was changed"
    case .full(let path):
      "the disk that holds \(path) is full; nothing was kept. Free some space and try again"
    case .readOnly(let path): "\(path) cannot be written; nothing was kept. Check its permissions"
    case .sqlite(let code, let message, let sql): "the database refused: \(message) (code \(code)) in: \(sql)"
    }
  }
}
