internal import Reading
internal import Recall
internal import Terminal

/// What is said when an explanation has been written: where its gaps are, and what comes back when.
extension Explaining {
  func tell(_ sheet: ExplanationSheet) {
    console.line()
    console.line(Styled("\(max(1, (sheet.seconds + 30) / 60)) min.", .quiet))
    let gaps = sheet.empty.filter { $0 != .unsure }.map(\.gap)
    guard !gaps.isEmpty else { return }
    CardView.body(
      "Here is the gap: \(gaps.joined(separator: "; ")). Worth a look one day.", session, indent: 0)
  }

  func tellWhatComes(_ sheet: ExplanationSheet, _ tier: Tier) {
    guard tier != .transient else { return }
    let count = sheet.open.count
    let isWhole = sheet.empty.count <= 4
    let verb = isWhole ? "" : count == 1 ? "comes back " : "come back "
    var parts = isWhole ? ["the whole comes back in a week"] : []
    if count == 1 { parts.append("what you are unsure of \(verb)until it is answered") }
    if count > 1 { parts.append("the \(count) things you are unsure of \(verb)until they are answered") }
    guard !parts.isEmpty else { return }
    CardView.body(
      Self.sentence(parts.joined(separator: ", ")), session, role: .quiet, indent: 0)
  }

  private static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}
