/// Options that go by a number: "Option 1: brick", "Solution n°2 : la brique". They stand under the context or beside it as
/// often as under a heading of their own, and what is decided speaks of them by that number alone.
enum NumberedOptions {
  struct Label: Equatable {
    let kind: String
    let number: String
  }

  /// The label with which a heading or an item begins.
  static func label(_ title: String) -> Label? {
    guard kindList.begins(unaccented: title) else { return nil }
    let words = words(of: title)
    guard let (label, count) = label(at: 0, in: words), words.count > count else { return nil }
    return label
  }

  /// Those that a text speaks of. An explained one says itself what it is: "option 2, which is to use brick", "(option 2)".
  static func mentions(in text: String) -> [(label: Label, isExplained: Bool)] {
    guard kindList.isIn(unaccented: text) else { return [] }
    let words = words(of: text)
    return words.indices.compactMap { index in
      guard let (label, count) = label(at: index, in: words) else { return nil }
      let behind = text[words[index + count - 1].endIndex...].first
      let before = text[..<words[index].startIndex].last
      let isExplained =
        before == "(" || behind == ":" || behind == "(" || behind == "," && words.count > index + count + 2
      return (label, isExplained)
    }
  }

  /// Whether a text speaks of a single option and says itself which one that is.
  static func explainsItself(_ text: String) -> Bool {
    let mentions = mentions(in: text)
    return mentions.count == 1 && mentions.allSatisfy(\.isExplained) && !several.isIn(unaccented: text)
  }

  private static let several = PhraseList(["options ", "alternatives ", "solutions ", ": option"])

  /// Options that stand beside each other without a heading above them get one.
  static func gathered(_ sections: [Section], _ names: HeadingNames) -> [Section] {
    guard sections.count > 1 else { return sections }
    let numbered = sections.indices.filter {
      label(sections[$0].title.flat) != nil && names.role(sections[$0].title.flat) == nil
    }
    guard numbered.count > 1, let first = numbered.first else { return sections }
    let heading = names.language.headings[.options]?.first ?? "options"
    let options = Section(
      title: Inline(text: heading), level: sections[first].level, line: sections[first].line, blocks: [],
      children: numbered.map { sections[$0] })
    return sections.indices.compactMap { index in
      index == first ? options : numbered.contains(index) ? nil : sections[index]
    }
  }

  private static func words(of text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber || $0 == "º" }
  }

  private static func label(at index: Int, in words: [Substring]) -> (Label, Int)? {
    let kind = PlainWords.unaccented(String(words[index]))
    guard kinds.contains(kind) else { return nil }
    for (place, word) in words[(index + 1)...].prefix(2).enumerated() {
      // "a" is an article, "A" a label.
      if word.utf8.count <= 2,
        word.utf8.allSatisfy(\.isDigit) || word.count == 1 && word.first?.isUppercase == true
      {
        return (Label(kind: kind, number: word.lowercased()), place + 2)
      }
      guard numberSigns.contains(word.lowercased()) else { return nil }
    }
    return nil
  }

  private static let kinds: Set<String> = [
    "option", "alternative", "approach", "solution", "variant", "variante", "possibility", "possibilite",
    "opcion", "opcao", "solucion", "solucao", "alternativa", "losung", "ansatz", "piste",
  ]
  private static let kindList = PhraseList(kinds.sorted())
  private static let numberSigns: Set<String> = ["n", "no", "nr", "number", "numero"]
}
