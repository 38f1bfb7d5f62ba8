/// How a paragraph that ends in a colon belongs to the list below it.
enum LeadIn {
  /// The items can stand without it.
  case loose
  /// "Whoever has such files must do one of:": the items are torn out of that sentence.
  case hanging(String)
  /// "These have focused on:": neither can stand alone.
  case lost

  init(_ text: String, _ words: LanguageWords) {
    guard text.hasSuffix(":"), let last = Sentences.split(text).last else {
      self = .loose
      return
    }
    if DecisionFinder.weighing.isIn(anyCase: last) || Self.examples.begins(anyCase: last)
      || Self.unsettled.isIn(anyCase: last)
    {
      self = .lost
      return
    }
    let end = last.dropLast().lowercased().spacedWords.suffix(4).map(String.init)
    let hangs =
      end.last.map { Self.open.contains($0) } == true || end.contains { $0 == "one" || $0 == "either" }
    guard hangs else {
      self = .loose
      return
    }
    self = words.leans(last) || last.wordCount < 4 ? .lost : .hanging(last)
  }

  /// Words after which a sentence is not over.
  private static let open: Set<String> = Set(
    "must to will can should may by that either on for with from of in as".spacedWords.map(String.init))

  /// "A class is a model if it has the following properties." with the list below it.
  static func announces(_ sentence: String) -> Bool {
    sentence.hasSuffix(".") && announcing.isIn(anyCase: sentence)
  }

  /// The same where nothing comes behind it. "They expire following a logout" announces nothing.
  static func endsAnnouncing(_ sentence: String) -> Bool {
    sentence.hasSuffix(".") && !sentence.hasWords(13)
      && (toCome.isIn(anyCase: sentence) || choices.isIn(anyCase: sentence))
  }

  /// "There were three options for the bottom layer."
  private static let choices = PhraseList([
    "two options", "three options", "four options", "several options", "technology options",
    "options to consider",
    "two alternatives", "three alternatives", "two approaches", "three approaches", "a few options",
    "number of options",
  ])

  private static let toCome = PhraseList([
    "the following", "as follows", "folgenden", "les suivants", "le suivant", "lo siguiente", "o seguinte",
  ])

  /// "We will do the following", without any sign at its end.
  static func isOpen(_ sentence: String) -> Bool {
    sentence.unicodeScalars.last.map { $0.properties.isAlphabetic } ?? false
  }

  private static let examples = PhraseList([
    "for example", "for instance", "e.g.", "some examples", "examples",
  ])

  /// "We still need to figure out:" leads to what nobody knows yet.
  private static let unsettled = PhraseList([
    "figure out", "still need to", "still have to", "yet to be decided", "open question", "not yet clear",
    "to be clarified",
    "remains to be", "remain to be", "unclear", "à clarifier", "noch zu klären",
  ])

  private static let announcing = PhraseList(["following", "folgende", "suivant", "siguiente", "seguinte"])

  /// "The crew keeps three lists:" with a few words for each of them, which say nothing without it.
  static func counts(_ sentence: String, itemsOf items: [ListItem]) -> Bool {
    guard (2...3).contains(items.count), sentence.hasWords(4) else { return false }
    // Mere names say nothing at all.
    let most = numbers.isIn(anyCase: sentence) ? 8 : 3
    return items.allSatisfy { item in
      guard item.blocks.count == 1, case .paragraph(let words, _)? = item.blocks.first else { return false }
      return !words.flat.hasWords(most + 1)
    }
  }

  private static let numbers = PhraseList([" two ", " three ", " both "])
}
