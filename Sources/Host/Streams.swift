internal import Commands
internal import Disk
internal import Glibc
internal import Terminal

/// A file descriptor to write to. A terminal sees every piece at once; a pipe gets larger ones.
package final class OutputStream: TextSink {
  private let descriptor: CInt
  private let isBuffered: Bool
  private var buffer: [UInt8] = []
  package let isTerminal: Bool
  /// Why writing failed, if it did. Nobody reading any more is no failure.
  package private(set) var failure: String?
  private var isClosed = false

  package init(descriptor: CInt, buffered: Bool) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    isBuffered = buffered && !isTerminal
  }

  package var columns: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  package func write(_ text: String) {
    buffer += text.utf8
    if !isBuffered || buffer.count > 1 << 16 { flush() }
  }

  package func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard !isClosed, !buffer.isEmpty, let code = PrivateFile.writeAll(buffer, to: descriptor) else { return }
    isClosed = true
    if code != EPIPE { failure = systemReason(code) }
  }
}

/// A file descriptor to read lines from.
package final class InputStream: LineInput {
  private let descriptor: CInt
  private var pending: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  package let isTerminal: Bool

  package init(descriptor: CInt) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
  }

  package func line() -> String? {
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
      fill()
    }
  }

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
