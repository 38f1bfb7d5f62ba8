/// What little has to be known of English verbs to make a question of a sentence.
enum Verbs {
  static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "can", "cannot", "could", "must", "may", "might",
    "will",
    "would", "should", "shall", "does", "do", "did", "isn't", "aren't", "wasn't", "weren't", "can't",
    "doesn't",
    "don't", "didn't", "won't", "shouldn't", "mustn't", "couldn't", "wouldn't", "hasn't", "haven't",
  ]

  static let adverbs: Set<String> = [
    "never", "always", "only", "also", "still", "deliberately", "just", "now", "not", "explicitly", "simply",
    "usually", "often", "therefore", "intentionally", "no", "already", "currently", "first", "normally",
    "directly", "actually",
  ]

  /// What a word is by itself. Rules ask that of nearly every word, and its hash is at hand.
  private struct Sign: OptionSet {
    let rawValue: UInt16
    static let auxiliary = Sign(rawValue: 1)
    static let third = Sign(rawValue: 2)
    static let base = Sign(rawValue: 4)
  }

  private static let signs = WordTable<Sign>([
    (.auxiliary, Array(auxiliaries)), (.third, Array(thirds.keys)), (.base, Array(bases)),
  ])

  static func isAuxiliary(_ word: Words.Word) -> Bool { signs[word.hash].contains(.auxiliary) }

  /// Whether there is a `base(ofThird:)`.
  static func isThird(_ word: Words.Word) -> Bool { signs[word.hash].contains(.third) }

  /// "Sends the mail of the night"; "logs and calls to look at" are things.
  static func startsThird(_ words: Words) -> Bool {
    guard let first = words.first, isThird(first) else { return false }
    return words.count < 3 || !["and", "or"].contains(words[1].plain)
      || isThird(words[2])
        && !(words.count > 3 && ["to", "of", "for"].contains(words[3].plain))
  }

  static func isBase(_ word: Words.Word) -> Bool { signs[word.hash].contains(.base) }

  static let negations: Set<String> = [
    "not", "never", "no", "cannot", "can't", "doesn't", "don't", "isn't", "aren't", "won't", "mustn't",
    "shouldn't",
  ]

  /// The verb that "uses" comes from; nil where it is none that is known here.
  static func base(ofThird word: String) -> String? { thirds[word] }

  /// "Compare it with the plan": an order.
  static func begins(_ text: String) -> Bool {
    text.leadingWord.map { isBase($0.lowercased()) } ?? false
  }

  static func isBase(_ word: String) -> Bool { bases.contains(word) }

  /// "chose" and "moved" as they stand behind "did".
  static func base(ofPast word: String) -> String? { pasts[word] }

  static func isPast(_ word: String) -> Bool {
    pasts[word] != nil || word.hasSuffix("ed") && word.count > 4 && !bases.contains(word)
  }

  /// "been", "moved", "written": behind "has" it makes one verb with it.
  static func isParticiple(_ word: String) -> Bool {
    word == "been" || word.hasSuffix("ed") || participles.contains(word) || pasts[word] != nil
  }

  private static let bases: Set<String> = Set(
    """
    accept acknowledge add admit allow answer append apply arrive ask assign attach authenticate avoid \
    batch become begin belong block break bring broadcast buffer build bump bundle cache calculate call \
    cancel carry catch change charge check choose claim clean close collect come commit compact compare \
    compile compress compute conflict connect consume contain convert copy cost count crash create cross \
    cut deal decide declare decode define delay delegate delete deliver depend deploy derive describe \
    detect die discard divide drop emit encode encrypt end enforce ensure enter exit escalate escape evict \
    exist expand expect expire explain export expose extend fail fall feed fence fetch fill find fit flow \
    flush follow forget form format forward freeze gate generate get give go grow guarantee guard handle \
    happen hash help hide hold identify ignore import include increase index inherit inject insert inspect \
    install intern invalidate investigate issue join keep kill know lead learn leave let link list listen \
    live load lock log look lose maintain make map mark match mean measure merge migrate mirror mix move \
    name need notice notify offer open order overwrite own pack parse partition pass pay persist pick pin \
    place point poll prefer prevent print process produce promise promote protect prove provide prune \
    publish pull push put query queue raise reach read rebuild receive recompute record recover redirect \
    reduce refer refresh refuse register reject release rely remain remember remove rename render repair \
    repeat replace replay reply report represent request require reset resolve respond restart restore \
    retry return reuse revoke rewrite roll rotate run sample satisfy save scan schedule search see send \
    separate serve set shard share ship show shrink sign sit skip sleep slow solve sort speak split stamp \
    stand start stay stop store stream strip submit supervise swallow switch synchronise synchronize take \
    talk tell test throw touch track translate treat trigger trim trust try tune turn type understand \
    click consider mention navigate override populate prepare rebase reinstall rerun replicate retrieve \
    select simulate specify subscribe transform aggregate combine communicate configure coordinate \
    determine disable emulate enable encapsulate evaluate execute extract indicate initialize manage \
    modify operate orchestrate perform employ tolerate recognize introduce achieve assume implement \
    propose attempt interpret obtain occur update upgrade upload use validate verify version wait walk \
    want warn watch win pile rot stall drift spill work wrap write write yield
    """.spacedWords.map(String.init))

  private static let thirds: [String: String] = Dictionary(
    bases.map { (third($0), $0) } + [("has", "have"), ("does", "do"), ("goes", "go")],
    uniquingKeysWith: { first, _ in first })

  private static func third(_ base: String) -> String {
    if base.hasSuffix("y"), let before = base.dropLast().last, !"aeiou".contains(before) {
      return base.dropLast() + "ies"
    }
    return ["s", "sh", "ch", "x", "z", "o"].contains { base.hasSuffix($0) } ? base + "es" : base + "s"
  }

  private static let irregular: [String: String] = [
    "chose": "choose", "wrote": "write", "kept": "keep", "went": "go", "built": "build", "made": "make",
    "took": "take", "left": "leave", "gave": "give", "got": "get", "lost": "lose", "ran": "run", "saw": "see",
    "sent": "send", "found": "find", "held": "hold", "broke": "break", "began": "begin", "knew": "know",
    "put": "put", "set": "set", "cut": "cut", "let": "let", "split": "split", "stood": "stand", "paid": "pay",
    "told": "tell", "thought": "think", "bought": "buy", "brought": "bring", "froze": "freeze", "hid": "hide",
    "dropped": "drop", "stopped": "stop", "tried": "try", "applied": "apply", "planned": "plan",
    "switched": "switch", "pushed": "push", "needed": "need", "wanted": "want",
  ]

  private static let pasts: [String: String] = Dictionary(
    bases.map { (past($0), $0) } + irregular.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })

  private static func past(_ base: String) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if base.hasSuffix("y"), let before = base.dropLast().last, !"aeiou".contains(before) {
      return base.dropLast() + "ied"
    }
    return base + "ed"
  }

  private static let participles: Set<String> = [
    "written", "kept", "made", "taken", "left", "given", "lost", "run", "seen", "sent", "found", "held",
    "broken",
    "known", "put", "set", "cut", "split", "paid", "told", "chosen", "frozen", "hidden", "grown", "become",
    "read",
  ]
}
