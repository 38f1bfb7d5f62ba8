/// Tells from an English sentence whether it says what is to be, or only how things came to be. "We had hoped to avoid
/// that" can stand first where something is decided, and answers nobody who asks what was. "The controller drains the
/// valves" can be either; it is taken at its word.
enum DecidingForm {
  static func describes(_ sentence: String) -> Bool {
    if Phrasing.isOrder(sentence) { return false }
    let spaced = LanguageWords.spaced(sentence)
    return (past.isIn(spaced) || beginning.begins(spaced) || isDoing(spaced)) && !willing.isIn(spaced)
  }

  /// Says what to do, or what has to be: such a sentence can stand for a decision without those around it.
  static func demands(_ sentence: String) -> Bool {
    Phrasing.isOrder(sentence) || sentence.hasWords(6) && duty.isIn(LanguageWords.spaced(sentence))
  }

  /// "Using the library allows that": praise of what was decided.
  private static func isDoing(_ spaced: String) -> Bool {
    spaced.spacedWords.first.map { $0.hasSuffix("ing") && $0.utf8.count > 4 } ?? false
  }

  private static let duty = PhraseList(words: [
    "should be", "must be", "will be", "shall be", "is to be", "are to be",
  ])

  private static let willing = PhraseList(words: [
    "will", "we'll", "shall", "should", "must", "to be", "is to", "are to", "no longer", "going to",
    "instead",
    "decided", "decide", "decision", "chose", "chosen", "choose", "choice", "adopt", "adopted", "agreed",
    "agree",
    "recommend", "recommended", "propose", "proposed", "selected", "select", "opted", "prefer", "preferred",
    "suggested", "because", "we use", "we are", "we're", "we keep", "went with", "go with",
  ])

  private static let past = PhraseList(words: [
    "was", "were", "had", "has been", "have been", "hoped", "realised", "realized", "considered", "discussed",
    "approved", "proved", "found that", "we need to", "there's the need", "there is a need",
  ])

  private static let beginning = PhraseList([
    " since ", " at the meeting ", " at this meeting ", " currently ", " there are ", " there is ", " after ",
    " while ", " although ", " given ", " because ", " as a ", " editor's note ", " historically ",
    " to make ",
  ])
}
