/// Where text goes in the end.
package protocol TextSink: AnyObject {
  var isTerminal: Bool { get }
  /// Columns of the terminal; nil where there is none.
  var columns: Int? { get }
  var rows: Int? { get }
  func write(_ text: String)
  /// Sends what was held back.
  func flush()
}

/// The two streams of a command: data on one, everything that is said about it on the other.
package final class Console {
  private let output: any TextSink
  private let errors: any TextSink
  private let outputColour: Bool
  private let errorColour: Bool

  package init(
    output: any TextSink, errors: any TextSink, colour: ColourChoice, environment: [String: String]
  ) {
    self.output = output
    self.errors = errors
    outputColour = colour.isOn(environment: environment, isTerminal: output.isTerminal)
    errorColour = colour.isOn(environment: environment, isTerminal: errors.isTerminal)
  }

  /// Columns to fill: what the terminal has, and a page of 80 where there is none.
  package var columns: Int { max(20, output.columns ?? 80) }
  /// Lines of the terminal; nil where nothing scrolls away.
  package var rows: Int? { output.rows }
  package var outputIsTerminal: Bool { output.isTerminal }

  /// A line of the answer.
  package func line(_ text: Styled = "") {
    output.write(text.rendered(colour: outputColour) + "\n")
  }

  /// The answer of a machine-readable kind. Into a file or a pipe it goes as it is; a terminal is protected.
  package func data(_ text: String) {
    output.write(output.isTerminal ? SafeText.visible(text) : text)
  }

  /// At the end of every answer: whoever reads the pipe sees it at once.
  package func flush() {
    output.flush()
  }

  /// Counts, hints and questions: beside the answer, never in it. A terminal gets them broken between words, and a
  /// long path whole; on a pipe nobody counts columns, and a line stays a line.
  package func note(_ text: Styled) {
    guard let columns = errorColumns, text.pieces.count == 1, let piece = text.pieces.first else {
      return errors.write(text.rendered(colour: errorColour) + "\n")
    }
    for line in DisplayWidth.wrapped(SafeText.visible(piece.text), to: columns, wholeWords: true) {
      errors.write(Styled(line, piece.role).rendered(colour: errorColour) + "\n")
    }
  }

  /// What is wrong: `whet: …`, and what does not fit stands below its beginning.
  package func complain(_ message: String) {
    let name = "whet: "
    let margin = String(repeating: " ", count: name.count)
    let lines =
      errorColumns.map {
        DisplayWidth.wrapped(SafeText.visible(message), to: $0 - name.count, wholeWords: true)
      } ?? [message]
    for (index, line) in lines.enumerated() {
      let text = Styled((index == 0 ? name : margin) + line, .careful)
      errors.write(text.rendered(colour: errorColour) + "\n")
    }
  }

  private var errorColumns: Int? { errors.isTerminal ? errors.columns.map { max(20, $0) } : nil }

  package func progressBar(_ title: String, total: Int, milliseconds: @escaping () -> Int) -> ProgressBar {
    ProgressBar(
      title: title, total: total, sink: errors.isTerminal ? errors : nil, milliseconds: milliseconds)
  }
}
