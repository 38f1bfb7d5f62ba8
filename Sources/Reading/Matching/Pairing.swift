/// What speaks for a known card and a draft being one, and whether it is enough.
///
/// A short answer is shared by many cards and says little; a name or a number that differs in the question says
/// much. So where one telling word of the question was put in the place of another, only a long answer that stayed
/// the same can outweigh it.
struct Pairing {
  let prompt: Resemblance
  let answer: Resemblance
  /// In the same file under the same headings.
  let isHere: Bool
  /// The file had said it no longer: it comes back for its own words, not for similar ones.
  let isGone: Bool
  let isCloze: Bool
  let promptWeight: Double
  let answerWeight: Double

  private var hasLongAnswer: Bool { answerWeight >= 2.5 }

  /// Another word in the question, and another number in the answer: the same is claimed of something else.
  private var isOfSomethingElse: Bool { answer.numbersDiffer && prompt.lost >= 0.1 && prompt.gained >= 0.1 }

  func samePrompt(isOnly: () -> Bool) -> Bool {
    if answer.likeness >= 0.3 { return true }
    guard isOnly() else { return false }
    return isHere || (!isGone && promptWeight >= 0.8)
  }

  func nearPrompt() -> Bool {
    guard prompt.isNear, !isOfSomethingElse else { return false }
    if isCloze { return answer.likeness >= 0.4 }
    if answer.likeness >= 0.6 { return true }
    guard !isGone, prompt.shared >= 0.5 else { return false }
    // Without the answer a change of place is one change too many, unless the question is rare enough.
    return isHere || prompt.shared >= 1.5 || (prompt.shared >= 0.9 && prompt.sameWords >= 4)
  }

  func sameAnswer(isOnly: Bool) -> Bool {
    // The word in the gap says little; the sentence around it must be known too.
    if isCloze || isGone { return prompt.likeness >= 0.5 && !prompt.isSubstitution }
    if prompt.isSubstitution { return isHere && hasLongAnswer }
    if isHere, prompt.likeness >= (answerWeight >= 1.5 ? 0.3 : 0.5) { return true }
    // A question asked anew from the ground up, and no half of another one.
    if isHere, isOnly, answerWeight >= 2 { return prompt.overlap < 0.3 }
    return hasLongAnswer && isOnly
  }

  func likeness(sameFile: Bool) -> Bool {
    if isOfSomethingElse { return false }
    if isGone { return prompt.likeness >= 0.8 && answer.likeness >= 0.8 && !prompt.isSubstitution }
    if isCloze { return prompt.likeness >= 0.5 && answer.likeness >= 0.4 && !prompt.isSubstitution }
    // Another word in the question and another one in the answer: the same is said of something else.
    if prompt.isSubstitution {
      return isHere && hasLongAnswer && answer.likeness >= 0.8 && !answer.isSubstitution
    }
    // Away from its own file a card has to be recognised by more.
    let both = sameFile ? 0.45 : 0.65
    if prompt.likeness >= both, answer.likeness >= both { return true }
    guard sameFile else { return false }
    if prompt.likeness >= 0.6, answer.likeness >= 0.25 { return true }
    return answer.likeness >= 0.85 && (prompt.likeness >= 0.2 || (isHere && answerWeight >= 2))
  }
}
