internal import Recall

/// Asks why an option was taken, and why another one was not.
extension Phrasing {
  func why(chosen option: String) -> String? {
    // Where the option is nearly the title, one of the two is enough.
    guard KeyWords.share(of: KeyWords.of(option), in: titleWords) < 0.6 else { return nil }
    guard isEnglish || !isOpen, option.spacedWords.count <= 14, !option.holds(". ") else { return nil }
    if !isEnglish {
      return why(of: filled(questions.chose, option), isMany: false)
    }
    if isOpen { return "\(quoted) proposes \(Self.quoted(option, language)). Why?" }
    return option.spacedWords.count <= 9 && order == nil
      ? "Why did we choose \(Self.quoted(option, language)) for \(quoted)?"
      : "For \(quoted) we chose \(Self.quoted(option, language)). Why?"
  }

  func rejected(_ option: String) -> String {
    // "We decided not to use rings. Why not “chains”?" and "We use iron. Why not “iron with zinc”?" puzzle.
    if isEnglish, let order, !isNegated, !beginsLikeTitle(option) {
      return isOpen
        ? "Why does the proposal \(order) not take \(Self.quoted(option, language)) instead?"
        : "We decided \(order). Why not \(Self.quoted(option, language))?"
    }
    return filled(isOpen ? questions.proposedRejected : questions.rejected, option)
  }

  private func beginsLikeTitle(_ option: String) -> Bool {
    OptionList.withoutOrder(option).spacedWords.first.map {
      titleWords.shared(with: KeyWords.of(String($0))) > 0
    } ?? false
  }
}
