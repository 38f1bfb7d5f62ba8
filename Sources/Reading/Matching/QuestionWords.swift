/// A question as it is compared with others: two with the same words ask the same thing.
package enum QuestionWords {
  /// In lower case, without accents and signs.
  package static func of(_ prompt: String) -> String { PlainWords.normalized(prompt) }
}
