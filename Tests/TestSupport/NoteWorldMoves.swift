/// What people do with whole sentences of their notes: add, take away, move, say nearly the same beside them.
extension NoteWorld {
  mutating func addIdle() {
    guard let (note, section) = place() else { return }
    let count = notes[note].sections[section].sentences.count
    notes[note].sections[section].sentences.insert(.idle(idle()), at: text.number(0...count))
  }

  mutating func taken() -> Claim? {
    guard let (note, section) = place() else { return nil }
    let found = notes[note].sections[section].sentences.indices.filter {
      if case .claim = notes[note].sections[section].sentences[$0] { true } else { false }
    }
    guard found.count > 1 else { return nil }
    guard case .claim(let claim) = notes[note].sections[section].sentences.remove(at: text.one(found)) else {
      return nil
    }
    return claim
  }

  mutating func insert(_ claim: Claim, _ note: Int, _ section: Int) {
    let count = notes[note].sections[section].sentences.count
    notes[note].sections[section].sentences.insert(.claim(claim), at: text.number(0...count))
  }

  mutating func move(toOtherNote: Bool) {
    guard var claim = taken(), let (note, section) = place() else { return }
    claim.edits.insert(toOtherNote ? .movedToNote : .movedToSection)
    insert(claim, note, section)
  }

  /// The same sentence but for a telling word or a number, beside the first.
  mutating func addTwin() {
    guard let (note, section) = place() else { return }
    let found = notes[note].sections[section].sentences.indices.filter {
      if case .claim = notes[note].sections[section].sentences[$0] { true } else { false }
    }
    guard !found.isEmpty else { return }
    let at = text.one(found)
    guard case .claim(let claim) = notes[note].sections[section].sentences[at], let twin = other(than: claim)
    else {
      return
    }
    notes[note].sections[section].sentences.insert(.claim(twin), at: at + text.number(0...1))
  }

  /// Another claim in nearly the same words takes the place of one.
  mutating func replace() {
    guard let claim = taken(), let (note, section) = place(), var twin = other(than: claim) else { return }
    twin.edits = [.replaced]
    insert(twin, note, section)
  }

  /// Another telling word or number in what is claimed, and another reason; where there is none, another word behind.
  private mutating func other(than claim: Claim) -> Claim? {
    var words = claim.words
    let reason = words[0] == "Because" ? nil : Self.reason(words)
    let end = reason?.lowerBound ?? words.count / 2
    guard exchange(&words, 0..<end) else { return nil }
    if reason != nil {
      let fresh = text.filled(text.one(NoteText.claims.filter { $0.hasSuffix("because R.") }))
      guard let other = Self.reason(fresh) else { return nil }
      words = Array(words[..<end]) + Array(fresh[other])
    } else {
      guard exchange(&words, end..<words.count) else { return nil }
    }
    guard cores.insert(words.joined(separator: " ")).inserted else { return nil }
    nextIdentity += 1
    return Claim(identity: nextIdentity, words: words)
  }

  private mutating func exchange(_ words: inout [String], _ part: Range<Int>) -> Bool {
    let fit = part.filter { NoteText.isNoun(words[$0]) || words[$0].allSatisfy(\.isNumber) }
    guard !fit.isEmpty else { return false }
    let at = text.one(fit)
    let signs = words[at].filter { ",.".contains($0) }
    words[at] = words[at].allSatisfy(\.isNumber) ? "\(text.number(1000...1900))" : text.noun() + signs
    return true
  }
}
