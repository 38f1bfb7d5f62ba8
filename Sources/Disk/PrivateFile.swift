internal import Glibc

/// Files that nobody else can read, written so that they are there whole or not at all.
package enum PrivateFile {
  /// An empty file that was not there before.
  package static func reserve(_ path: String) throws(DiskError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw DiskError(path: path, reason: systemReason(errno)) }
    // The umask may have taken away more than was meant.
    fchmod(descriptor, 0o600)
    close(descriptor)
  }

  package static func synchronize(_ path: String) throws(DiskError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError(path: path, reason: systemReason(errno)) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw DiskError(path: path, reason: systemReason(errno)) }
  }

  /// A folder and those above it, closed to others where they are made here.
  package static func makeFolder(_ path: String) throws(DiskError) {
    guard !path.isEmpty, path != "/", access(path, F_OK) != 0 else { return }
    try makeFolder(FilePath.folder(of: path))
    guard mkdir(path, 0o700) == 0 else {
      if errno == EEXIST { return }
      throw DiskError(path: path, reason: "the folder cannot be made: \(systemReason(errno))")
    }
    chmod(path, 0o700)
  }

  /// Writes a whole file beside its goal, brings it to the disk and gives it its name. Without `replacing` it
  /// never takes the place of a file that is there, however late that came.
  package static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(DiskError) {
    let temporary = "\(path).part-\(getpid())"
    unlink(temporary)
    do {
      try reserve(temporary)
    } catch {
      // The name that the person gave, not the one that stands in for it.
      throw DiskError(path: path, reason: error.reason)
    }
    defer { unlink(temporary) }
    let descriptor = open(temporary, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError(path: path, reason: systemReason(errno)) }
    var failure = writeAll(bytes, to: descriptor)
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    close(descriptor)
    if let failure { throw DiskError(path: path, reason: systemReason(failure)) }
    try place(temporary, at: path, replacing: replacing)
  }

  /// A byte for byte copy, piece by piece.
  package static func copy(_ path: String, to copy: String) throws(DiskError) {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw DiskError(path: path, reason: systemReason(errno)) }
    defer { close(source) }
    try reserve(copy)
    let goal = open(copy, O_WRONLY | O_CLOEXEC)
    guard goal >= 0 else { throw DiskError(path: copy, reason: systemReason(errno)) }
    defer { close(goal) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(source, &buffer, buffer.count)
      guard count >= 0 else { throw DiskError(path: path, reason: systemReason(errno)) }
      if count == 0 { break }
      if let failure = writeAll(Array(buffer[..<count]), to: goal) {
        throw DiskError(path: copy, reason: systemReason(failure))
      }
    }
    guard fsync(goal) == 0 else { throw DiskError(path: copy, reason: systemReason(errno)) }
  }

  /// Gives a finished file its name and brings the name to the disk.
  package static func place(_ temporary: String, at path: String, replacing: Bool) throws(DiskError) {
    if replacing {
      guard rename(temporary, path) == 0 else { throw DiskError(path: path, reason: systemReason(errno)) }
    } else {
      guard link(temporary, path) == 0 else {
        let reason = errno == EEXIST ? "this file is already there; nothing was written" : systemReason(errno)
        throw DiskError(path: path, reason: reason)
      }
      unlink(temporary)
    }
    try synchronize(FilePath.folder(of: path))
  }

  /// Nil when all of it was written, else the error number.
  package static func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> CInt? {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      }
      if count >= 0 {
        done += count
      } else if errno != EINTR && errno != EAGAIN {
        return errno
      }
    }
    return nil
  }
}
