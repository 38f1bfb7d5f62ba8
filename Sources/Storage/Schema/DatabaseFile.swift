internal import Disk
internal import Glibc

/// The database as a file: how it is created, recognised and refused.
package enum DatabaseFile {
  /// Refuses, unopened and unchanged, what whet must not touch. Returns the schema version of a file that is
  /// whet's, or nil where there is no file.
  package static func inspect(_ path: String, known: Int = Schema.version) throws -> Int? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw DiskError(path: path, reason: systemReason(errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw DiskError(path: path, reason: systemReason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StorageError.unusable(path: path, reason: "this is not a regular file")
    }
    let size = Int(status.st_size)
    guard size > 0 else {
      throw StorageError.unusable(path: path, reason: "the file is empty; if nothing is lost, remove it")
    }

    var bytes = [UInt8](repeating: 0, count: Header.length)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count == Header.length, let header = Header(bytes) else {
      throw StorageError.unusable(path: path, reason: "this is not a database of whet's")
    }
    guard header.applicationID == Schema.applicationID else {
      throw StorageError.unusable(path: path, reason: "this database belongs to another program")
    }
    guard header.schema <= known else {
      throw StorageError.newer(path: path, schema: header.schema, known: known)
    }
    guard header.schema > 0 else {
      throw StorageError.unusable(path: path, reason: "the database names no schema")
    }
    // While a journal waits to be played back the file may rightly be shorter than it says.
    if let pages = header.pageCount, size < pages * header.pageSize, !hasJournal(path) {
      throw StorageError.unusable(
        path: path,
        reason: "the file is cut short: \(size) of \(pages * header.pageSize) bytes; "
          + "`whet restore` brings back a backup")
    }
    return header.schema
  }

  /// Makes a new database in one step: it is built under another name and linked into place when it is whole
  /// and on the disk, so that a half-made one is never found. Another program may win the race; then its file
  /// is used.
  package static func create(_ path: String) throws {
    let temporary = "\(path).new-\(getpid())"
    unlink(temporary)
    try PrivateFile.reserve(temporary)
    defer { unlink(temporary) }
    do {
      let connection = try Connection(path: temporary, mode: .readWrite, patience: 0)
      // Nothing needs a journal here: a file that was not finished is never linked.
      try connection.run("PRAGMA journal_mode = MEMORY")
      try Migration.build(on: connection)
    }
    try PrivateFile.synchronize(temporary)
    guard link(temporary, path) == 0 || errno == EEXIST else {
      throw DiskError(path: path, reason: systemReason(errno))
    }
    try PrivateFile.synchronize(FilePath.folder(of: path))
  }

  private static func hasJournal(_ path: String) -> Bool {
    var status = stat()
    return stat("\(path)-journal", &status) == 0 && status.st_size > 0
  }
}
