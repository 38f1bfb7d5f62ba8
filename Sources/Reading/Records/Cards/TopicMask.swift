internal import Recall

/// Asks for what a topic's title would give away: "Monitoring with Sentry" asks what was chosen for "Monitoring".
extension Phrasing {
  /// Nil where the title hides nothing so, or where the answer does not begin with what it hides.
  func maskedTopic(_ answer: String) -> String? {
    guard isEnglish, !isOpen, order == nil else { return nil }
    for sign in Self.means {
      guard let place = title.place(of: sign) else { continue }
      let (head, tail) = (String(title[..<place.lowerBound]), String(title[place.upperBound...]))
      let hidden = KeyWords.of(tail)
      // What is hidden comes first in the answer; what else the title says may stand there, too.
      guard !head.isEmpty, !tail.hasWords(5), !hidden.isEmpty, !tail.contains(","),
        case let beginning = answer.spacedWords.prefix(Self.reach).joined(separator: " "),
        hidden.shared(with: KeyWords.of(beginning)) == hidden.count,
        Self.using.isIn(LanguageWords.spaced(beginning)) || !answer.hasWords(6),
        KeyWords.of(head).shared(with: hidden) == 0, !KeyWords.of(head).isEmpty
      else { continue }
      return "What did we decide to use for \(Self.quoted(head, language))?"
    }
    return nil
  }

  /// So near to its beginning that it is what the answer is about.
  private static let reach = 14
  private static let using = PhraseList(words: [
    "use", "uses", "using", "adopt", "introduce", "deployed", "deploy", "implement", "choose", "chose",
    "chosen", "go with",
  ])
  private static let means = [" with ", " using ", " via "]
}
