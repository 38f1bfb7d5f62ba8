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

  package var rows: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return nil }
    return Int(size.ws_row)
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
