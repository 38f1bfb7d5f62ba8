/// A bar on the error stream for work that takes longer than a blink. Where that is no terminal it draws
/// nothing.
package final class ProgressBar {
  private let title: String
  private let total: Int
  private let sink: (any TextSink)?
  private let milliseconds: () -> Int
  private let started: Int
  private var drawn: Int?

  /// What is over within this time shows no bar; nor is it redrawn more often than this allows.
  private static let patience = 300
  private static let pause = 100

  init(title: String, total: Int, sink: (any TextSink)?, milliseconds: @escaping () -> Int) {
    self.title = title
    self.total = total
    self.sink = sink
    self.milliseconds = milliseconds
    started = milliseconds()
  }

  package func advance(to done: Int) {
    guard let sink, total > 0 else { return }
    let now = milliseconds()
    guard now - started >= Self.patience, now - (drawn ?? 0) >= Self.pause else { return }
    drawn = now
    sink.write("\r\u{1b}[K" + Self.text(title, done: done, total: total, columns: sink.columns ?? 80))
  }

  /// Takes the bar away; what was done is told by whoever did it.
  package func finish() {
    guard drawn != nil else { return }
    sink?.write("\r\u{1b}[K")
    drawn = nil
  }

  static func text(_ title: String, done: Int, total: Int, columns: Int) -> String {
    let figures = " \(done) of \(total)"
    let room = min(30, columns - title.count - figures.count - 4)
    guard room >= 5 else { return DisplayWidth.cut(title + figures, to: max(1, columns - 1)) }
    let filled = min(room, room * done / total)
    return title + figures + " [" + String(repeating: "#", count: filled)
      + String(repeating: ".", count: room - filled) + "]"
  }
}
