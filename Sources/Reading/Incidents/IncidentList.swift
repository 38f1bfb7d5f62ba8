/// Measures, factors and lessons under each other, as one answer.
extension IncidentDrafts {
  /// Up to three under each other, and whether these are all. Those come first that have the most to do with what is
  /// asked about; the order stays the author's.
  func list(_ said: [Incident.Said], isCut: Bool, isFocused: Bool = false, isOfCauses: Bool = false) -> (
    text: String, line: Int, isWhole: Bool
  )? {
    let (said, isCut) = isOwn ? (said, isCut) : standing(said, isCut, isOfCauses: isOfCauses)
    guard let first = said.first else { return nil }
    if said.count == 1, !isCut { return (first.text, first.line, true) }
    // What several have in common, their lessons say.
    let common = incident.isOfSeveral ? incident.lessons.map(\.text) : []
    let about = KeyWords.of(
      ([incident.title.text, incident.symptom.text, incident.causes.first?.text ?? ""] + common)
        .joined(separator: " "))
    func weight(_ index: Int) -> Double {
      let text = said[index].text
      let shared = Double(min(4, KeyWords.of(text).shared(with: about)))
      return isOwn
        ? 0
        : shared + (index == 0 ? 0.5 : 0) + (IncidentItem.isSpecific(text) ? 0.5 : 0)
          + (Self.isFirst(text) ? 10 : 0)
    }
    // Where two have to do with it, those that have not are left to the source.
    let close = said.indices.filter { KeyWords.of(said[$0].text).shared(with: about) > 0 }
    let offered =
      !isFocused || isOwn || close.count < 2 || said.count < 4 && !isCut ? Array(said.indices) : close
    var words = 0
    var taken: [Int] = []
    for index in offered.sorted(by: { (weight($0), -$0) > (weight($1), -$1) }) where taken.count < 3 {
      let count = said[index].text.wordCount
      if !taken.isEmpty, words + count > Self.mostWords { continue }
      taken.append(index)
      words += count
    }
    // The author's order, but what they call the main one comes first.
    taken.sort {
      (isOwn || !Self.isFirst(said[$0].text) ? 1 : 0, $0) < (
        isOwn || !Self.isFirst(said[$1].text) ? 1 : 0, $1
      )
    }
    let isWhole = taken.count == said.count && !isCut
    // One of several is told as it is: a list of one that goes on says nothing about the others.
    if taken.count == 1, let only = taken.first {
      let one = said[only]
      let isEnough = one.text.wordCount >= 12 || one.text.wordCount >= 7 && IncidentItem.isSpecific(one.text)
      return isOwn || isEnough ? (one.text, one.line, false) : nil
    }
    let text = taken.map { "- " + said[$0].text }.joined(separator: "\n")
    return (text + (isWhole ? "" : Points.more), said[taken.first ?? 0].line, isWhole)
  }

  private static let mostWords = 60

  /// It says of itself that it comes first.
  private static func isFirst(_ text: String) -> Bool { ranked.isIn(IncidentWords.plain(text)) }

  private static let ranked = IncidentWords.list(
    """
    primary root cause|primary cause|main cause|main root cause|was the root cause|primary factor|main factor|
    most important|most importantly|biggest factor|main lesson|key lesson|hauptursache|cause principale|
    causa principal
    """)

  /// Those that can be read without the report, and no longer than they have to be.
  private func standing(_ said: [Incident.Said], _ isCut: Bool, isOfCauses: Bool) -> (
    [Incident.Said], isCut: Bool
  ) {
    var kept: [Incident.Said] = []
    for one in said where !IncidentAnswer.pointsAway(one.text, from: incident.title.text) {
      guard one.text.wordCount > Self.mostOfOne, said.count > 1 || isCut else {
        kept.append(one)
        continue
      }
      var text = ""
      for sentence in Sentences.split(one.text) {
        let longer = text.isEmpty ? sentence : text + " " + sentence
        if longer.wordCount > Self.mostOfOne { break }
        text = longer
      }
      let rest = String(one.text.dropFirst(text.count))
      if text.wordCount >= 8, !isOfCauses || !IncidentWords.isOnlyBefore(text, fault: rest) {
        kept.append(Incident.Said(text, line: one.line))
      }
    }
    return (kept, isCut || kept.count < said.count)
  }

  private static let mostOfOne = 40
}
