/// Which of the options were taken, in whichever way the decision names them.
extension OptionList {
  private static let taken = PhraseList([
    "chosen", "selected", "accepted", "preferred", "recommended", "✅", "choisi", "retenu", "gewählt",
  ])

  /// The only option whose name the title holds: "Go on with Kafka" takes "Do nothing, stay with Kafka". In plain words.
  var optionOfTitle: String? {
    guard decision?.chosen == nil, case let named = Self.names(inTitle: record.title), !named.isEmpty else {
      return nil
    }
    let names = Set(Self.names(in: record)).filter { !$0.isEmpty && !KeyWords.isNegated($0) }.sorted()
    guard names.count > 1 else { return nil }
    let words = names.map(KeyWords.of)
    let found = names.indices.filter { index in
      let others = words.indices.filter { $0 != index }.map { words[$0] }
      return named.shared(with: words[index], andNotWith: others) > 0
    }
    return found.count == 1 ? PlainWords.normalized(names[found[0]]) : nil
  }

  /// The words of a title that are names, told by their capitals; none of a title in which most words have one.
  private static func names(inTitle title: String) -> KeyWords {
    let words = title.spacedWords.dropFirst()
    let capital = words.filter { $0.contains(where: \.isUppercase) }
    guard capital.count * 2 <= words.count else { return KeyWords.of("") }
    return KeyWords.of(capital.joined(separator: " "))
  }

  /// "Build hash indexes" is called "Hash indexes" too.
  static func withoutOrder(_ name: String) -> String {
    guard Phrasing.isOrder(name) || Verbs.begins(name), let space = name.firstIndex(of: " ") else {
      return name
    }
    return String(name[space...])
  }

  /// "Oak and steel" takes oak, too. In plain words.
  private static func parts(of name: String) -> [String] {
    for word in [" and ", " plus ", " und ", " et ", " y ", " e "] where name.holds(word) {
      return name.replacing(word, with: "\n").split(separator: "\n").map(String.init)
    }
    return []
  }

  func isChosen(_ name: String) -> Bool {
    if Self.taken.isIn(anyCase: name) { return true }
    if let chosenName {
      return PlainWords.normalized(name) == chosenName
        || Self.parts(of: chosenName).contains(PlainWords.normalized(name))
        || KeyWords.of(name).isSame(as: KeyWords.of(chosenName))
        || KeyWords.of(name).isSame(as: KeyWords.of(Self.withoutOrder(chosenName)))
    }
    // "No nets" shares all its key words with "Cotton nets", and is its opposite.
    let others = [decision?.chosen ?? decision?.answer.text ?? "", record.title]
    if KeyWords.isNegated(name), !others.contains(where: KeyWords.isNegated) { return false }
    let words = KeyWords.of(name)
    if let chosen = decision?.chosen.map(KeyWords.of) {
      return KeyWords.share(of: words, in: chosen) >= 0.6 || KeyWords.share(of: chosen, in: words) >= 0.8
    }
    if KeyWords.share(of: words, in: record.titleWords) >= 0.8 { return true }
    guard let answer = decision?.answer.text else { return false }
    // What stands behind it in brackets explains it, and is not told again.
    let bare = name.firstIndex(of: "(").map { KeyWords.of(String(name[..<$0])) } ?? words
    return KeyWords.share(
      of: bare.isEmpty ? words : bare, in: KeyWords.of(Sentences.split(answer).first ?? answer)) >= 0.8
  }
}
