@testable import Terminal
import TestSupport
import Testing

@Suite struct ProgressBarTests {
  private static let start = "\r\u{1b}[K"

  /// A time that passes only when the test says so.
  private final class Watch {
    var milliseconds = 5000
  }

  private let watch = Watch()
  private let errors = MemorySink(columns: 60)

  private func bar(total: Int, errors: MemorySink? = nil) -> ProgressBar {
    Console(
      output: MemorySink(columns: nil), errors: errors ?? self.errors, colour: .never, environment: [:]
    ).progressBar("reading", total: total) { [watch] in watch.milliseconds }
  }

  @Test func whatIsSoonOverShowsNothing() {
    let bar = bar(total: 1000)
    for done in 1...1000 {
      if done % 10 == 0 { watch.milliseconds += 2 }
      bar.advance(to: done)
    }
    bar.finish()
    #expect(errors.text.isEmpty)
  }

  @Test func whatTakesLongerIsDrawnAndTakenAway() {
    let bar = bar(total: 640)
    watch.milliseconds += 400
    bar.advance(to: 64)
    #expect(errors.text == Self.start + "reading 64 of 640 [###...........................]")
    bar.finish()
    #expect(errors.text.hasSuffix(Self.start))
    let before = errors.text
    bar.finish()
    #expect(errors.text == before)
  }

  @Test func itIsNotDrawnMoreOftenThanAnybodyCouldSee() {
    let bar = bar(total: 1_000_000)
    for done in 0..<100_000 {
      if done % 20 == 0 { watch.milliseconds += 1 }
      bar.advance(to: done)
    }
    // 5 s, a bar every tenth of a second after the first 0.3 s.
    let drawn = errors.text.split(separator: Self.start).count
    #expect((40...48).contains(drawn), "\(drawn)")
  }

  @Test func withoutATerminalNothingIsDrawn() {
    let pipe = MemorySink(columns: nil)
    let bar = bar(total: 64, errors: pipe)
    watch.milliseconds += 4000
    bar.advance(to: 64)
    bar.finish()
    #expect(pipe.text.isEmpty)
  }

  @Test func workOfNothingIsNoWork() {
    let bar = bar(total: 0)
    watch.milliseconds += 4000
    bar.advance(to: 0)
    bar.finish()
    #expect(errors.text.isEmpty)
  }

  /// On a line that is too long the terminal goes to the next one, and the bar could not be taken away again.
  @Test func itFitsIntoTheTerminal() {
    for columns in 10...120 {
      for total in [1, 64, 12_345, 1_000_000] {
        for done in [0, 1, total / 2, total] {
          let text = ProgressBar.text("folding the log", done: done, total: total, columns: columns)
          #expect(DisplayWidth.of(text) < columns, "\(columns): \(text)")
        }
      }
    }
  }

  @Test func itGrowsFromEmptyToFull() {
    var last = -1
    for done in 0...500 {
      let text = ProgressBar.text("reading", done: done, total: 500, columns: 80)
      let filled = text.count { $0 == "#" }
      #expect(filled >= last)
      #expect(filled + text.count { $0 == "." } == 30)
      last = filled
    }
    #expect(last == 30)
    // More than was announced is no reason to burst.
    #expect(ProgressBar.text("reading", done: 900, total: 500, columns: 80).count { $0 == "#" } == 30)
    #expect(ProgressBar.text("reading", done: 0, total: 500, columns: 80).contains("[....") == true)
  }
}
