/// The letters before a record's number: "DR" of "DR008". Two series can lie side by side, each with its own 8.
enum RecordSeries {
  /// "adr013" is the 13 of "adr".
  static func split(_ word: some StringProtocol) -> (letters: String, digits: String)? {
    let letters = word.utf8.prefix { ($0 | 32).isSmallLetter }.count
    let digits = word.utf8.dropFirst(letters)
    guard (1...5).contains(letters), (1...6).contains(digits.count), digits.allSatisfy({ $0.isDigit }) else {
      return nil
    }
    return (word.prefix(letters).lowercased(), String(word.dropFirst(letters)))
  }

  /// What a file's name or a reference begins with: "DR008-x", "ADR 8", "adr-008". Nil where no letters stand before
  /// the number, or where they belong to any record.
  static func of(_ text: some StringProtocol) -> String? {
    let words = text.split(maxSplits: 2) { " -_.#".contains($0) }
    guard let first = words.first else { return nil }
    var letters: String?
    if let parts = split(first) {
      letters = parts.letters
    } else if words.count > 1, first.utf8.count <= 5, first.utf8.allSatisfy({ ($0 | 32).isSmallLetter }),
      words[1].utf8.allSatisfy(\.isDigit)
    {
      letters = first.lowercased()
    }
    return letters.flatMap { general.contains($0) ? nil : $0 }
  }

  private static let general: Set<String> = ["no", "nr", "dec"]

  /// "XXX", "ADRnnn": the place of a number that was never put in.
  static func isPlaceholder(_ word: some StringProtocol) -> Bool {
    let small = word.lowercased()
    guard let mark = small.last, mark == "x" || mark == "n" else { return false }
    let marks = small.reversed().prefix { $0 == mark }.count
    return marks >= 3 && small.utf8.count - marks <= 4
  }
}
