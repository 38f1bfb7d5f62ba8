internal import Commands
internal import Disk
internal import Glibc

/// A command line on its way through the person's editor.
enum LineDraft {
  static func edited(_ line: String, with editor: SystemEditor) -> String? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let path = FilePath.join(folder, "whet-line-\(getpid()).txt")
    let files = SystemFiles()
    files.remove(path)
    guard (try? files.write(Array((line + "\n").utf8), to: path, replacing: false)) != nil else { return nil }
    defer { files.remove(path) }
    guard (try? editor.open(path)) != nil, let bytes = try? files.read(path) else { return nil }
    var text = String(decoding: bytes, as: UTF8.self)
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
