package import Commands
internal import Disk
internal import Glibc

/// The real disk.
package struct SystemFiles: FileSystem {
  package init() {}

  package func kind(_ path: String) -> FileKind? {
    var status = stat()
    return lstat(path, &status) == 0 ? Self.kind(status) : nil
  }

  package func target(_ path: String) -> FileKind? {
    var status = stat()
    return stat(path, &status) == 0 ? Self.kind(status) : nil
  }

  private static func kind(_ status: stat) -> FileKind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .special
    }
  }

  package func list(_ folder: String) throws -> [String] {
    guard let directory = opendir(folder) else {
      throw DiskError(path: folder, reason: systemReason(errno))
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func read(_ path: String) throws(Unreadable) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw Unreadable(systemReason(errno).lowercased()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, Self.kind(status) == .file else {
      throw Unreadable("neither a file nor a folder")
    }
    guard status.st_size <= Unreadable.sizeLimit else { throw Unreadable.tooLarge }

    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    // Most files are small: what is read into has to be cleared first.
    let chunk = min(1 << 18, max(1 << 12, Int(status.st_size) + 1))
    while true {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: chunk))
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + start }, chunk)
      }
      bytes.removeLast(chunk - max(0, count))
      if count == 0 { return bytes }
      if count < 0, errno != EINTR { throw Unreadable(systemReason(errno).lowercased()) }
      // It may have grown while it was read.
      guard bytes.count <= Unreadable.sizeLimit else { throw Unreadable.tooLarge }
    }
  }

  package func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws {
    try PrivateFile.write(bytes, to: path, replacing: replacing)
  }

  package func makeFolder(_ path: String) throws {
    try PrivateFile.makeFolder(path)
  }

  package func remove(_ path: String) {
    unlink(path)
  }

  package func removeEmpty(_ folder: String) {
    rmdir(folder)
  }

  package func isPrivate(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & 0o077 == 0
  }

  package func restrict(_ path: String) {
    chmod(path, 0o600)
  }

  package func share(_ path: String) {
    let mask = umask(0)
    umask(mask)
    chmod(path, (target(path) == .folder ? 0o777 : 0o666) & ~mask)
  }

  package func real(_ path: String) -> String? {
    FilePath.real(path)
  }

  package func identity(_ path: String) -> String? {
    var status = stat()
    return stat(path, &status) == 0 ? "\(status.st_dev):\(status.st_ino)" : nil
  }
}
