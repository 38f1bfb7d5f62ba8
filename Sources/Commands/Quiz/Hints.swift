internal import Recall
internal import Terminal

/// Help in steps: first words, then a key point.
struct Hints {
  private let steps: [String]
  private(set) var given = 0
  /// The source was opened, and the answer stands in it.
  private(set) var isSeen = false

  init(prompt: String, answer: String) {
    let words = answer.split(whereSeparator: \.isWhitespace)
    let isShort = words.count < 4
    let start =
      isShort ? String(words.first?.prefix(1) ?? "") + "…" : words.prefix(2).joined(separator: " ") + " …"
    let point = Marking(prompt: prompt, answer: answer, said: "").points.last?.text
    steps = isShort ? [start] : [start, point ?? start]
  }

  mutating func see() { isSeen = true }
  /// Who was helped has recalled it with difficulty at best.
  var haveHelped: Bool { given > 0 || isSeen }

  mutating func next() -> String {
    guard given < steps.count else { return "no more hints" }
    given += 1
    return SafeText.line(steps[given - 1])
  }
}
