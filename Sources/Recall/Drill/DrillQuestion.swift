/// The question of a drill's card: a symptom, and what is asked about it. In the drill itself the symptom stands alone,
/// since hypotheses are asked for one by one.
package enum DrillQuestion {
  private static let asked = "\nWhat could it be?"

  package static func text(symptom: String) -> String { symptom + asked }

  /// All of it where its owner wrote another question.
  package static func symptom(in prompt: String) -> String {
    guard prompt.count > asked.count, prompt.hasSuffix(asked) else { return prompt }
    return String(prompt.dropLast(asked.count))
  }
}
