/// The day in a title, in front of it or behind it, which is shown beside it.
extension IncidentTitle {
  /// "October 21, 2025 - X", "4:23PM PST, X", "7 avril 2021 : X".
  static func dropDateAtStart(_ words: inout [String]) {
    let front = words.prefix(8)
    // "June 4th, 2022 Gates stay shut", with nothing between the day and the rest.
    if words.count >= 6, words.prefix(3).allSatisfy(isDateWord),
      date(front.prefix(3).joined(separator: " ")) != nil,
      words[3].first?.isLetter == true || words[3].first?.isNumber == true,
      words[3].first?.isLowercase == false
    {
      words.removeFirst(3)
      return
    }
    for (index, word) in front.enumerated() where index + 1 < words.count {
      guard ["-", "–", "—", ":"].contains(word) || word.hasSuffix(":") || word.hasSuffix(",") else {
        continue
      }
      let before = words[...index]
      let isDate = date(before.joined(separator: " ")) != nil
      // "May 3rd, Gates stay shut": a day without its year.
      let isDay =
        (!word.hasSuffix(",") || before.count >= 2 && !isYear(words[index + 1]))
        && before.contains(where: isMonth) && before.allSatisfy(isDateWord)
      let isTime =
        before.allSatisfy { isDateWord($0) || isTimeWord($0) } && before.contains { $0.contains(":") }
      // The comma in the middle of a date is not its end.
      if isDate, !isDay, word.hasSuffix(","), before.count < 3 { continue }
      if isDate || isDay || isTime {
        words = Array(words[(index + 1)...].drop { ["-", "–", "—", ":"].contains($0) })
        return
      }
    }
  }

  static func isTimeWord(_ word: String) -> Bool {
    let bare = word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == ":" }
    if zones.contains(bare.filter { $0 != ":" }) { return true }
    return bare.first?.isNumber == true && bare.holds(":") && bare.filter(\.isNumber).count <= 6
  }

  private static let zones: Set<String> = [
    "utc", "cet", "cest", "pst", "pdt", "est", "edt", "gmt", "bst", "pm", "am", "z",
  ]

  static func withoutDateInBrackets(_ words: [String]) -> [String] {
    guard let open = words.lastIndex(where: { $0.hasPrefix("(") }), open > 0,
      words[open...].allSatisfy({ isDateWord($0) })
    else { return words }
    return Array(words[..<open])
  }

  /// "… - September 29, 2025", "… on November 24th, 2025".
  static func dropDateAtEnd(_ words: inout [String]) {
    var start = words.count
    while start > 1, isDateWord(words[start - 1]) { start -= 1 }
    let tail = words[start...]
    let holdsYear = tail.contains { word in
      let digits = word.filter(\.isNumber)
      return digits.count == 4 && (digits.hasPrefix("20") || digits.hasPrefix("19")) || digits.count == 8
    }
    guard holdsYear, start > 0 else { return }
    words = Array(words[..<start])
    // "… (outage of 9 June 2020)": what led to the date goes with it.
    if let open = words.lastIndex(where: { $0.hasPrefix("(") && !$0.hasSuffix(")") }), open > 0 {
      words = Array(words[..<open])
    }
    while words.count > 2, let last = words.last,
      ["in", "of", "on", "during", "from", "since", "for"].contains(last)
    {
      words.removeLast()
    }
  }
}
