internal import Glibc

/// A file descriptor to read lines from.
final class InputLines {
  private let descriptor: CInt
  private var pending: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private(set) var wasInterrupted = false

  init(descriptor: CInt) {
    self.descriptor = descriptor
  }

  /// Where the wait says that Ctrl-C came first there is no line, and `wasInterrupted` says why.
  func line(waiting wait: (CInt) -> Bool = { _ in true }) -> String? {
    wasInterrupted = false
    while true {
      if let end = pending[start...].firstIndex(of: 10) {
        var bytes = pending[start..<end]
        start = end + 1
        if bytes.last == 13 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
      }
      guard !isAtEnd else {
        guard start < pending.count else { return nil }
        defer { start = pending.count }
        return String(decoding: pending[start...], as: UTF8.self)
      }
      guard wait(descriptor) else {
        wasInterrupted = true
        return nil
      }
      fill()
    }
  }

  /// Whether a whole line was read already.
  var hasLine: Bool { pending[start...].contains(10) || isAtEnd && start < pending.count }

  private func fill() {
    pending.removeFirst(start)
    start = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 {
      pending += buffer[..<count]
    } else if count == 0 || errno != EINTR {
      isAtEnd = true
    }
  }
}
