/// Several points as one answer.
extension Points {
  /// All points under each other where they are few enough, or else the first `count`, in at most sixty words. What is
  /// left out is what its author would have said first as often as not.
  func joined(_ said: [Passage], most count: Int) -> Passage? {
    var points: [Passage] = []
    for passage in said where points.count <= max(Self.mostPoints, count) {
      if !points.contains(where: { Self.isSame($0, passage) }) { points.append(passage) }
    }
    guard let first = points.first else { return nil }
    if points.count == 1 { return first }
    if points.count <= Self.mostPoints, points.reduce(0, { $0 + $1.wordCount }) > Self.mostWords {
      points = points.map(firstSentence)
    }
    if Self.areFew(points) {
      return Passage(text: points.map { "- \($0.text)" }.joined(separator: "\n"), line: first.line)
    }
    var taken: [Passage] = []
    var words = 0
    for point in points.prefix(count) {
      // One of two is soon the wrong half.
      let room = points.count == 2 ? Self.mostWordsOfTwo : Self.mostWordsOfAll
      if !taken.isEmpty, words + point.wordCount > room { break }
      taken.append(point)
      words += point.wordCount
    }
    // There is more where this comes from; the source shows it.
    let rest = points.count > taken.count ? Self.more : ""
    return Passage(text: taken.map { "- \($0.text)" }.joined(separator: "\n") + rest, line: first.line)
  }

  /// Several points that are too long together are told by the first sentence of each.
  private func firstSentence(_ point: Passage) -> Passage {
    guard let first = Sentences.split(point.text).first, first.hasWords(6), !first.hasSuffix(":"),
      isSaying(first)
    else { return point }
    return Passage(text: first, line: point.line)
  }

  /// The same in the same words, or in most of them: "known to the crew" and "the crew knows it for this".
  private static func isSame(_ one: Passage, _ other: Passage) -> Bool {
    if one.text == other.text { return true }
    guard one.wordCount < 12, other.wordCount < 12,
      one.text.filter(\.isNumber) == other.text.filter(\.isNumber)
    else { return false }
    let (said, again) = (KeyWords.of(one.text), KeyWords.of(other.text))
    let shared = said.shared(with: again)
    return shared >= 3 && shared >= said.count && again.count <= said.count + 1
  }

  /// Few enough to be shown whole.
  static func areFew(_ points: [Passage]) -> Bool {
    points.count <= mostPoints && points.reduce(0, { $0 + $1.wordCount }) <= mostWordsOfAll
  }

  /// What stands below points that are not all.
  static let more = "\n- …"

  /// Whether a text ends so. Told by bytes: signs beyond ASCII are compared letter by letter otherwise.
  static func goesOn(_ text: String) -> Bool { text.utf8.suffix(more.utf8.count).elementsEqual(more.utf8) }

  /// More than anybody is asked to say from memory.
  static func areMany(_ text: String) -> Bool { text.withBytes { $0.count { $0 == 10 } } >= 3 }
}
