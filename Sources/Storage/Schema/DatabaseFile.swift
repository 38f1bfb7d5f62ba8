internal import Glibc

/// The database as a file: how it is created, recognised and refused.
package enum DatabaseFile {
  /// Refuses, unopened and unchanged, what whet must not touch. Returns the schema version of a file that is
  /// whet's, or nil where there is no file.
  package static func inspect(_ path: String, known: Int = Schema.version) throws(StorageError) -> Int? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .system(path: path, reason: reason(errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(path: path, reason: reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unusable(path: path, reason: "this is not a regular file")
    }
    let size = Int(status.st_size)
    guard size > 0 else { throw .unusable(path: path, reason: "the file is empty; if nothing is lost, remove it") }

    var bytes = [UInt8](repeating: 0, count: Header.length)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count == Header.length, let header = Header(bytes) else {
      throw .unusable(path: path, reason: "this is not a database of whet's")
    }
    guard header.applicationID == Schema.applicationID else {
      throw .unusable(path: path, reason: "this database belongs to another program")
    }
    guard header.schema <= known else { throw .newer(path: path, schema: header.schema, known: known) }
    guard header.schema > 0 else { throw .unusable(path: path, reason: "the database names no schema") }
    // While a journal waits to be played back the file may rightly be shorter than it says.
    if let pages = header.pageCount, size < pages * header.pageSize, !hasJournal(path) {
      throw .unusable(
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
    try reserve(temporary)
    defer { unlink(temporary) }
    do {
      let connection = try Connection(path: temporary, mode: .readWrite, patience: 0)
      // Nothing needs a journal here: a file that was not finished is never linked.
      try connection.run("PRAGMA journal_mode = MEMORY")
      try Migration.build(on: connection)
    }
    try synchronize(temporary)
    guard link(temporary, path) == 0 || errno == EEXIST else {
      throw StorageError.system(path: path, reason: reason(errno))
    }
    try synchronize(folder(of: path))
  }

  /// An empty file that only its owner can read, and that was not there before.
  package static func reserve(_ path: String) throws(StorageError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system(path: path, reason: reason(errno)) }
    // The umask may take away more than was asked for.
    fchmod(descriptor, 0o600)
    close(descriptor)
  }

  package static func synchronize(_ path: String) throws(StorageError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw .system(path: path, reason: reason(errno))
    }
    close(descriptor)
  }

  /// A folder and those above it, readable by nobody else where they are made here.
  package static func makeFolder(_ path: String) throws(StorageError) {
    guard !path.isEmpty, path != "/", access(path, F_OK) != 0 else { return }
    try makeFolder(folder(of: path))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .system(path: path, reason: "the folder cannot be made: \(reason(errno))")
    }
    chmod(path, 0o700)
  }

  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path without symbolic links in its folder: SQLite is told to follow none.
  package static func resolved(_ path: String) -> String {
    let folder = folder(of: path)
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    if let whole = realpath(path, nil) {
      defer { free(whole) }
      return String(cString: whole)
    }
    guard let real = realpath(folder, nil) else { return path }
    defer { free(real) }
    let base = String(cString: real)
    return base == "/" ? "/\(name)" : "\(base)/\(name)"
  }

  private static func hasJournal(_ path: String) -> Bool {
    var status = stat()
    return stat("\(path)-journal", &status) == 0 && status.st_size > 0
  }

  static func reason(_ code: CInt) -> String {
    String(cString: strerror(code))
  }
}
