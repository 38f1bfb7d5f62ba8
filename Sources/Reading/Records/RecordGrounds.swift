/// Why a record decided and what follows, also where it is too little, or said too plainly, for a card: what somebody
/// says from memory can be laid beside it all the same.
package struct RecordGrounds: Equatable, Sendable {
  /// Each may stand for itself.
  package let why: [String]
  package let price: [String]

  /// Nil where the bytes are no text.
  package init?(_ bytes: [UInt8], path: String) {
    guard let text = try? SourceText(bytes) else { return nil }
    var findings: [Finding] = []
    let matter = FrontMatter.read(text, &findings)
    let place = RecordCollection.split(path)
    let markup = RecordReader.markup(text, name: place.name, matter: matter, &findings)
    let record = RecordReader.record(
      markup, name: place.name, folder: place.folders.first ?? "", matter: matter)
    why = Self.why(record)
    price = Self.price(record)
  }

  /// A marked cost goes before what is only said to follow; what is marked as good is no price at all.
  private static func price(_ record: DecisionRecord) -> [String] {
    let list = ConsequenceList(record)
    return (list.costs.isEmpty ? list.unmarked : list.costs).map(\.text)
  }

  /// The reason, else what the deciding sentence says that it is for, else what the context says was needed.
  private static func why(_ record: DecisionRecord) -> [String] {
    let reasons = Reasons(record)
    let decision = DecisionFinder(record).find()
    if let reason = decision?.reason ?? reasons.rationale() { return [reason.text] }
    let decided =
      [decision?.answer.text].compactMap { $0 }
      + record.sections(.decision).flatMap { reasons.points.all($0.blocks) }.map(\.text)
    for text in decided {
      if let purpose = purpose(text, record.names.language.because) { return [purpose] }
    }
    if let need = reasons.problem() ?? reasons.drivers() ?? reasons.situation() {
      return [Self.bare(need.text)]
    }
    // Short as it is, it is what there is.
    return record.sections(.context).flatMap { reasons.points.all($0.blocks) }.map(\.text)
      .filter { text in Sentences.split(text).contains { !$0.hasSuffix("?") && $0.hasWords(4) } }
      .map(bare)
  }

  /// What was needed, without saying that it was: nobody says that when asked why.
  private static func bare(_ text: String) -> String {
    for beginning in ["We need to ", "We need ", "We want to ", "We want "] where text.hasPrefix(beginning) {
      let need = String(text.dropFirst(beginning.count))
      if need.hasWords(2) { return need.capitalizedStart }
    }
    return text
  }

  /// "… so that no event is lost": what stands behind the word, to the end of its sentence.
  private static func purpose(_ text: String, _ words: [String]) -> String? {
    for sentence in Sentences.split(text) {
      for word in words {
        guard let range = PlainWords.range(of: " \(word) ", in: sentence) else { continue }
        let purpose = String(sentence[range.upperBound...]).trimmed
        if purpose.hasWords(2) { return purpose.capitalizedStart }
      }
    }
    return nil
  }
}
