/// The sentences of invented notes, in the patterns in which people give reasons, rules and limits.
package struct NoteText {
  package var random: SeededGenerator

  package init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  package mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  package mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
  package mutating func one<Element>(_ of: [Element]) -> Element { of[number(0...of.count - 1)] }

  package mutating func noun() -> String { one(Self.nouns) }

  /// A sentence, or two that belong together, with its gaps filled.
  package mutating func filled(_ template: String) -> [String] {
    var words: [String] = []
    var used: Set<String> = []
    for word in template.split(separator: " ") {
      let bare = word.filter { !".,;:?".contains($0) }
      let signs = word.filter { ".,;:?".contains($0) }
      switch bare {
      case "N": words.append(fresh(Self.nouns, &used) + signs)
      case "V": words.append(fresh(Self.verbs, &used) + signs)
      case "VS": words.append(Self.third(fresh(Self.verbs, &used)) + signs)
      case "#": words.append("\(number(2...900))" + signs)
      case "R": words += filled(one(Self.reasons)).map { $0 + "" } + (signs.isEmpty ? [] : ["\u{8}" + signs])
      default: words.append(String(word))
      }
    }
    var result: [String] = []
    for word in words {
      if word.hasPrefix("\u{8}"), let last = result.popLast() {
        result.append(last + word.dropFirst())
      } else {
        result.append(word)
      }
    }
    return result
  }

  private mutating func fresh(_ list: [String], _ used: inout Set<String>) -> String {
    while true {
      let word = one(list)
      if used.insert(word).inserted { return word }
    }
  }

  package static func third(_ verb: String) -> String {
    ["ch", "sh", "ss", "x"].contains { verb.hasSuffix($0) } ? verb + "es" : verb + "s"
  }

  /// A slip of the finger in one word, which keeps its beginning.
  package mutating func typo(_ word: String) -> String {
    var letters = Array(word)
    let position = number(1...letters.count - 2)
    switch number(0...2) {
    case 0: letters.remove(at: position)
    case 1: letters.swapAt(position, position + 1)
    default: letters.insert(letters[position], at: position)
    }
    return String(letters)
  }

  /// With or without the sign behind it.
  package static func isNoun(_ word: String) -> Bool { nouns.contains(word.filter(\.isLetter)) }

  package static func isWordForTypo(_ word: String) -> Bool {
    word.count >= 5 && word.allSatisfy { $0.isLetter && $0.isLowercase } && !signal.contains(word)
  }

  /// Words that a rule looks for: whoever mistypes one writes another kind of sentence.
  private static let signal: Set<String> = [
    "because", "since", "instead", "otherwise", "never", "always", "least", "reason", "would", "cannot",
    "could",
    "unless", "whenever", "within",
  ]

  package static let nouns = [
    "relay", "worker", "ledger", "invoice", "snapshot", "payment", "broker", "replica", "session", "tenant",
    "gateway", "parcel", "harbour", "voucher", "receipt", "sensor", "barrier", "turbine", "catalogue",
    "courier",
    "playlist", "beacon", "cabinet", "filter", "locker", "mailbox", "pipeline", "scanner", "terminal",
    "warehouse",
    "journal", "lantern", "monitor", "printer", "quarry", "router", "shuttle", "tractor", "vessel", "window",
    "account", "balance", "channel", "discount", "envelope", "forecast", "garage", "hangar", "index",
    "jacket",
  ]

  package static let verbs = [
    "accept", "append", "block", "cancel", "check", "collect", "compress", "convert", "deliver", "encrypt",
    "expire",
    "export", "fetch", "forward", "generate", "import", "inspect", "load", "lock", "mark", "merge", "open",
    "parse",
    "publish", "record", "refresh", "reject", "release", "repair", "replay", "report", "restore", "retry",
    "rotate",
    "sample", "scan", "split", "store", "stream", "validate",
  ]

  /// What stands behind "because"; each says something by itself.
  private static let reasons = [
    "a N that fails would block every N behind it", "the N can VS the same N twice after a crash",
    "only the N knows how to V a late N", "the N loses its N when the N restarts",
    "# N a second are more than one N can V", "nobody could V the N without the old N",
    "two N with one N would V each other", "the N of a closed N still holds the N",
    "an auditor wants to V every N of the last # years", "a slow N makes the N wait for # seconds",
    "the N was broken by a N that nobody could V", "a copy of the N gets stale within # minutes",
  ]

  /// Sentences about nothing that can be asked for.
  package static let idle = [
    "We wrote the first N in a hurry.", "There was a long discussion about the N.",
    "More about the N will follow.", "Ask around before you touch the N.", "The N has a long history.",
    "It grew over # years.", "Somebody drew a picture of the N once.",
    "Last week we had a look at the N again.",
  ]

  /// Sentences that say one thing each.
  package static let claims = [
    "The N must V every N because R.", "The N never VS a N, since R.", "The N VS each N so that R.",
    "A N must never V a N, otherwise R.", "The N uses a N instead of a N.", "Because R, the N VS the N.",
    "If the N cannot V a N, the N VS the whole N and tells the N.",
    "When the N VS the N, it must V a N before the next N.", "The N keeps at most # seconds of every N.",
    "The N must V each N before the N may V it.", "The N cannot V a N. This is because R.",
    "A N is a N that VS the N for one N and then VS it.", "The N may V the N only when the N is open again.",
    "Every N must V its N within # minutes.", "We V the N at the price of a N that nobody can V.",
    "Never V the N by hand, because R.",
  ]

  /// Headings that claim or ask, and what stands below.
  package static let headings = [
    "The N never VS the N", "Why does the N V the N?", "Every N must V the N", "What does the N V for the N?",
  ]
  package static let below = [
    "We know that R, and that R.", "Last year we saw that R. It took us # days to repair that.",
  ]
}
