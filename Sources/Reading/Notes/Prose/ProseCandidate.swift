internal import Recall

/// A question that a rule found in a note, before the best are chosen.
struct ProseCandidate {
  let kind: CardKind
  let question: String
  var answer: String
  let statement: Statement
  var score: Double
  var reason: String
  /// Asked by the heading itself.
  var isHeading = false

  /// By which rule, told by how its reason begins. Byte by byte: reasons hold quotation marks.
  func isFound(by rule: String) -> Bool { reason.utf8.starts(with: rule.utf8) }

  /// "**Continue**: if a subprocess fails, …": what its item is about, where the question is made of the rest.
  var lostTerm: String? {
    guard let term = statement.term, statement.isItem, !term.hasSuffix("?"), kind != .meaning else {
      return nil
    }
    let rest = statement.text.dropFirst(term.count)
    guard statement.text.hasPrefix(term), let sign = rest.first(where: { $0 != " " && $0 != "*" }) else {
      return nil
    }
    return ":–—".contains(sign) && !question.contains(term) ? term : nil
  }
}

/// What all rules share: the note's names, its title, and how a clause is asked.
struct ProseContext {
  let book: CaseBook
  let title: String
  let language: ProseLanguage
  /// What stands in front of more than one item.
  var labels: Set<String> = []
  /// Only to prove that the gates hide nothing are they left open.
  var isGated = true

  /// Whether a rule with these gates can have something for a sentence.
  func opens(_ gates: Gates, to statement: Statement) -> Bool {
    !isGated || !statement.gates.isDisjoint(with: gates)
  }

  /// "Why must a consumer be idempotent?", or the sentence in quotation marks where turning it round could go wrong.
  func why(_ claim: String) -> (question: String, isQuoted: Bool)? {
    guard let clause = Clause(claim, book), clause.stands, clause.words.count <= 26 else { return nil }
    if let question = inverted(clause) { return (question, false) }
    guard clause.words.count >= 3, clause.words.count <= 22, language.code != "en" || says(clause.words)
    else { return nil }
    let quoted = Phrasing.quoted(clause.sentence + ".", language.code)
    return ("\(quoted) \(language.why)", true)
  }

  /// The same, and nil where it would be quoted.
  func inverted(_ claim: String) -> String? {
    guard let clause = Clause(claim, book), clause.stands, clause.words.count <= 26 else { return nil }
    return inverted(clause)
  }

  private func inverted(_ clause: Clause) -> String? {
    language.code == "en" ? Inversion(asking: "Why").question(clause) : nil
  }

  /// Whether there is a verb in it that is not only about a part of it, or one of the signs of short notes.
  private func says(_ words: Words) -> Bool {
    let main = words.all.prefix { !["which", "that", "who", "where"].contains($0.plain) }
    return main.contains { word in
      Verbs.isAuxiliary(word) || Verbs.isThird(word)
        || Verbs.isPast(word.plain) || word.ends(with: ":")
        || ["no", "not", "never", "only", "instead", "rather", "we"].contains(word.plain)
        || word.plain.first?.isNumber == true
    }
  }

  /// Whether there is a verb in a reason: "SQL tables and functions" is none.
  func says(_ reason: String) -> Bool {
    guard language.code == "en" else { return true }
    let words = Words(reason)
    return says(words) || words.all.contains { Verbs.isBase($0) }
  }

  /// Whether a text can be an answer: long enough to say something, short enough to be remembered.
  func isAnswer(_ text: String, atLeast least: Int = 4) -> Bool {
    let words = text.wordCount
    guard words >= least, words <= 50, !text.hasSuffix(":"), !text.hasSuffix("?") else { return false }
    let small = text.lowercased()
    if small.hasPrefix("of ") || text.holds("http") || Self.elsewhere.isIn(small) { return false }
    // What "this" is stands outside of the card.
    return !["this ", "that ", "these ", "those ", "such "].contains { small.hasPrefix($0) }
  }

  private static let elsewhere = PhraseList([
    "comes out best", "see below", "see above", "above.", "above,", "below.", "as follows", "the following",
    "mentioned above",
    "tbd", "todo", "as described in", "described in the", "up to implement", "is up to", "step 1", "step 2",
    "step 3",
    "step 4", "step 5", "step 6", "it's not clear", "it is not clear", "it depends", "it's unclear",
    "it is unclear",
  ])

  /// The words as an answer: a capital at the beginning, a period at the end.
  func told(_ text: String) -> String {
    var text = text.trimmed
    while text.utf8.last?.isWordly == false, let last = text.last, ",;:–—-".contains(last) {
      text = String(text.dropLast()).trimmed
    }
    if text.hasPrefix("("), text.hasSuffix(")") || text.hasSuffix(").") {
      text = String(text.dropFirst().dropLast(text.hasSuffix(").") ? 2 : 1))
    }
    text = text.capitalizedStart
    if text.utf8.last?.isWordly == true { return text + "." }
    return text.last.map { ".!?…”)`\"".contains($0) } == true && !text.hasSuffix("`") && !text.hasSuffix(")")
      ? text : text + "."
  }
}
