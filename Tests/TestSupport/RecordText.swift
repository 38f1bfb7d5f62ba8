/// The words of invented decision records: sentences like real ones, about things that are not.
package struct RecordText {
  package var random: SeededGenerator
  private var given: Set<String> = []

  package init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// Where a sentence stands.
  package enum Part: CaseIterable, Sendable {
    case context, decision, reason, good, bad, driver
  }

  package mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  package mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
  package mutating func one<Element>(_ of: [Element]) -> Element { of[number(0...of.count - 1)] }

  /// A name that no other record has.
  package mutating func marker() -> String {
    while true {
      let word = invented() + one(["us", "ix", "on", "ar", "eth"])
      let name = word.prefix(1).uppercased() + word.dropFirst()
      // Two names that differ in one letter would be a slip of the finger.
      let isFar = given.allSatisfy { other in
        zip(name, other).count { $0 != $1 } + abs(name.count - other.count) > 2
      }
      if isFar, given.insert(name).inserted { return name }
    }
  }

  package mutating func title(_ marker: String) -> String {
    filled(one(Self.titles), marker)
  }

  /// A sentence; now and then one that does not name its record.
  package mutating func sentence(_ part: Part, _ marker: String) -> String {
    let bare = part != .decision && chance(40)
    let known = Self.sentences[part] ?? []
    return filled(one(known.filter { bare ? !$0.contains("{M}") : $0.contains("{M}") }), marker)
  }

  package mutating func option() -> String {
    let name = invented()
    return filled(
      one(["{X}", "{X} {n}", "A {n} of {X}", "{X} per {n}"]).replacing(
        "{X}", with: name.prefix(1).uppercased() + name.dropFirst()), "")
  }

  private mutating func filled(_ template: String, _ marker: String) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      switch rest[rest.index(after: open)..<close] {
      case "M": text += marker
      case "n": text += chance(80) ? one(Self.nouns) : invented()
      case "v": text += one(Self.verbs)
      case "#": text += "\(number(2...900))"
      default: text += invented()
      }
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A slip of the finger in a word that names nothing.
  package mutating func typo(_ text: String, sparing marker: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(Array.init)
    let fit = words.indices.filter {
      words[$0].count >= 5 && words[$0].allSatisfy(\.isLetter) && String(words[$0]) != marker
    }
    guard let at = fit.randomElement(using: &random) else { return text }
    let position = number(1...words[at].count - 2)
    switch number(0...2) {
    case 0: words[at].remove(at: position)
    case 1: words[at].swapAt(position, position + 1)
    default: words[at].insert(words[at][position], at: position)
    }
    return words.map { String($0) }.joined(separator: " ")
  }

  /// One plain word becomes another: what changes when a fact does.
  package mutating func otherFact(_ text: String, sparing marker: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let numbers = words.indices.filter { words[$0].allSatisfy(\.isNumber) }
    let nouns = words.indices.filter { Self.nouns.contains(words[$0].lowercased()) }
    guard let at = (numbers + nouns).randomElement(using: &random) else { return text }
    words[at] = numbers.contains(at) ? "\(number(2...900))" : one(Self.nouns)
    return words.joined(separator: " ")
  }

  private mutating func invented() -> String {
    let beginnings = [
      "ba", "ke", "lo", "mi", "tu", "sar", "pen", "gra", "vol", "quin", "dre", "fos", "zor", "hal",
    ]
    let middles = ["la", "ri", "don", "mer", "tas", "vi", "no", "bru"]
    let ends = ["ka", "ler", "ton", "sim", "ra", "ned", "gu", "pol", "xi", "der"]
    return one(beginnings) + one(middles) + one(ends)
  }

  private static let titles = [
    "use {M} for {n} {n}", "use {M} for {n}", "adopt {M} to {v} {n}", "keep {n} {n} in {M}", "{M} {n} {n}",
    "{n} {n} with {M}", "replace {x} with {M} for {n}", "how do we {v} {n} with {M}?", "store {n} in {M} {n}",
  ]

  private static let sentences: [Part: [String]] = [
    .context: [
      "the {n} {n} of {M} is too slow to {v} the {n} within {#} ms.",
      "without {M} we cannot {v} a {n} before the {n} {n} is full.",
      "{M} was tried for the {n}, but {n} {n} failed {#} times a week.",
      "teams need one way to {v} a {n}, but the {n} {n} differs in each service.",
      "we cannot {v} a {n} without {n}, and the {n} of {x} is painful.",
      "the {n} is expensive, and nobody knows how to {v} {n} and {n}.",
    ],
    .decision: [
      "we will {v} every {n} with {M}, behind the {n} {n}.",
      "we use {M} to {v} {n} and {n}, at most {#} at a time.",
      "{M} holds the {n}; the {n} {n} only ever gets a copy.",
    ],
    .reason: [
      "{M} can {v} {n} and {n} without another {n}",
      "only {M} lets us {v} the {n} within {#} ms",
      "it is the only one that can {v} {n} without a second {n}",
      "the {n} team already knows how to {v} {n} with it",
    ],
    .good: [
      "{M} can {v} the {n} while the {n} {n} is down.", "each {n} is {#} times smaller in {M} than in {x}.",
      "a {n} can be read without the {n} {n}.", "new people can {v} {n} on their first day.",
    ],
    .bad: [
      "{M} needs a {n} of its own, which has to {v} {n} as well.", "every {n} in {M} costs {#} ms more.",
      "two copies of the {n} {n} have to be kept in step.",
      "whoever wants to {v} {n} has to learn {x} first.",
      "a {n} {n} can be {#} seconds late.",
    ],
    .driver: [
      "{M} must not {v} a {n} twice", "the {n} {n} of {M} stays below {#} ms",
      "nobody should {v} {n} by hand",
      "the {n} {n} has to survive a lost {n}",
    ],
  ]

  private static let nouns = [
    "queue", "ledger", "session", "invoice", "cache", "schema", "order", "tenant", "token", "index",
    "gateway",
    "worker", "shard", "report", "event", "outbox", "tariff", "parcel", "mailbox", "snapshot", "cursor",
    "topic",
    "webhook", "replica", "journal", "catalogue", "voucher", "sensor", "contract", "timetable", "archive",
    "quota",
  ]
  private static let verbs = [
    "replay", "validate", "publish", "partition", "encrypt", "merge", "batch", "trace", "expire", "throttle",
    "migrate", "reconcile", "compress", "deduplicate", "audit", "stream",
  ]
}
