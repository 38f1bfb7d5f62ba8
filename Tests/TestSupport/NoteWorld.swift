/// Notes in free prose that are edited at random the way people edit them, while remembering which sentence is which.
package struct NoteWorld {
  /// Something that is said once: a sentence, two that belong together, or a heading with its text.
  package struct Claim: Sendable {
    package let identity: Int
    package internal(set) var words: [String]
    /// Set where it is a section of its own.
    package internal(set) var heading: [String] = []
    package internal(set) var edits: Set<Edit> = []

    package var text: String { words.joined(separator: " ") }
    package var title: String { heading.joined(separator: " ") }
  }

  package enum Edit: CaseIterable, Sendable {
    case typo, reasonWord, qualified, sentencesShuffled, sectionsShuffled, movedToSection, movedToNote,
      fileRenamed,
      headingRenamed, deleted, broughtBack, idleAdded, twinAdded, replaced
  }

  struct Section {
    var heading: String
    /// Where it claims something itself, that is the only thing that stands in it.
    var own: Claim?
    var sentences: [Sentence] = []
  }

  enum Sentence {
    case claim(Claim)
    case idle(String)
    case breakHere
  }

  struct Note {
    var name: String
    let title: String
    var sections: [Section]
  }

  var notes: [Note] = []
  var text: NoteText
  var nextIdentity = 0
  var cores: Set<String> = []
  var bin: [Claim] = []
  package private(set) var story: [String] = []

  package init(seed: UInt64, notes count: Int = 3) {
    text = NoteText(seed: seed)
    for number in 0..<count {
      let title = "Notes on the \(text.noun()) and the \(text.noun())"
      var note = Note(name: "note-\(number).md", title: title, sections: [])
      for _ in 0..<text.number(2...5) { note.sections.append(section()) }
      notes.append(note)
    }
  }

  // MARK: What there is

  package var files: [String: String] {
    Dictionary(uniqueKeysWithValues: notes.map { ($0.name, markdown($0)) })
  }

  /// All that is said now.
  package var claims: [Claim] {
    notes.flatMap(\.sections).flatMap { section in
      [section.own].compactMap(\.self)
        + section.sentences.compactMap { if case .claim(let claim) = $0 { claim } else { nil } }
    }
  }

  private func markdown(_ note: Note) -> String {
    var result = "# \(note.title)\n"
    for section in note.sections {
      result += "\n## \(section.own?.title ?? section.heading)\n\n"
      if let own = section.own { result += own.text + "\n" }
      var isFresh = true
      for sentence in section.sentences {
        switch sentence {
        case .breakHere:
          result += "\n\n"
          isFresh = true
        case .claim(let claim):
          result += (isFresh ? "" : " ") + claim.text
          isFresh = false
        case .idle(let words):
          result += (isFresh ? "" : " ") + words
          isFresh = false
        }
      }
      result += "\n"
    }
    return result
  }

  // MARK: Making

  private mutating func section() -> Section {
    if text.chance(25) {
      var own = claim(from: NoteText.below)
      own.heading = text.filled(text.one(NoteText.headings))
      return Section(heading: "", own: own)
    }
    var section = Section(heading: heading())
    for _ in 0..<text.number(2...7) {
      section.sentences.append(.claim(claim(from: NoteText.claims)))
      if text.chance(30) { section.sentences.append(.idle(idle())) }
      if text.chance(40) { section.sentences.append(.breakHere) }
    }
    return section
  }

  private mutating func heading() -> String {
    text.one(["The", "Our", "About the"]) + " " + text.noun() + " "
      + text.one(["rules", "details", "parts", "limits"])
  }

  mutating func idle() -> String { text.filled(text.one(NoteText.idle)).joined(separator: " ") }

  /// No two say the same.
  private mutating func claim(from templates: [String]) -> Claim {
    while true {
      let words = text.filled(text.one(templates))
      if cores.insert(words.joined(separator: " ")).inserted {
        nextIdentity += 1
        return Claim(identity: nextIdentity, words: words)
      }
    }
  }

  // MARK: Editing

  package mutating func edit(times: Int) {
    story = []
    change { $0.edits = [] }
    for _ in 0..<times { edit() }
  }

  /// Nothing but sentences that say nothing.
  package mutating func addIdleSentences(_ count: Int) {
    story = []
    change { $0.edits = [] }
    for _ in 0..<count { addIdle() }
  }

  private mutating func edit() {
    let edit = text.one(Edit.allCases)
    story.append("\(edit)")
    switch edit {
    case .typo:
      onOne(edit) { claim, text in
        Self.swap(&claim.words, &text, where: NoteText.isWordForTypo) { $0.typo($1) }
      }
    case .reasonWord: onOne(edit, Self.changeReason)
    case .qualified: onOne(edit, Self.qualify)
    case .replaced: replace()
    case .twinAdded: addTwin()
    case .idleAdded: addIdle()
    case .sentencesShuffled:
      guard let (note, section) = place() else { return }
      notes[note].sections[section].sentences.shuffle(using: &text.random)
    case .sectionsShuffled:
      let note = text.number(0...notes.count - 1)
      notes[note].sections.shuffle(using: &text.random)
    case .movedToSection: move(toOtherNote: false)
    case .movedToNote: move(toOtherNote: true)
    case .fileRenamed:
      let note = text.number(0...notes.count - 1)
      notes[note].name = "renamed-\(text.number(1...9))-" + notes[note].name
    case .headingRenamed:
      guard let (note, section) = place() else { return }
      notes[note].sections[section].heading = heading()
    case .deleted: if let claim = taken() { bin.append(claim) }
    case .broughtBack:
      guard !bin.isEmpty, let (note, section) = place() else { return }
      insert(bin.remove(at: text.number(0...bin.count - 1)), note, section)
    }
  }

  /// A section with sentences.
  mutating func place() -> (note: Int, section: Int)? {
    let places = notes.indices.flatMap { note in
      notes[note].sections.indices.filter { notes[note].sections[$0].own == nil }.map { (note, $0) }
    }
    return places.isEmpty ? nil : text.one(places)
  }

  private mutating func change(_ body: (inout Claim) -> Void) {
    for note in notes.indices {
      for section in notes[note].sections.indices {
        if var own = notes[note].sections[section].own {
          body(&own)
          notes[note].sections[section].own = own
        }
        for index in notes[note].sections[section].sentences.indices {
          guard case .claim(var claim) = notes[note].sections[section].sentences[index] else { continue }
          body(&claim)
          notes[note].sections[section].sentences[index] = .claim(claim)
        }
      }
    }
  }

  private mutating func onOne(_ edit: Edit, _ body: (inout Claim, inout NoteText) -> Void) {
    let all = claims.map(\.identity)
    guard !all.isEmpty else { return }
    let chosen = text.one(all)
    var text = text
    change { claim in
      guard claim.identity == chosen, !claim.edits.contains(.replaced) else { return }
      let before = claim.text
      body(&claim, &text)
      if claim.text != before { claim.edits.insert(edit) }
    }
    self.text = text
  }

  private static func swap(
    _ words: inout [String], _ text: inout NoteText, where fits: (String) -> Bool,
    with other: (inout NoteText, String) -> String
  ) {
    let found = words.indices.filter { fits(words[$0]) }
    guard !found.isEmpty else { return }
    let at = text.one(found)
    words[at] = other(&text, words[at])
  }

  /// The words from the reason's marker on.
  static func reason(_ words: [String]) -> Range<Int>? {
    guard let at = words.firstIndex(where: { ["because", "since", "that", "otherwise"].contains($0) }) else {
      return nil
    }
    return at + 1..<words.count
  }

  private static func changeReason(_ claim: inout Claim, _ text: inout NoteText) {
    guard let reason = reason(claim.words) else { return }
    var part = Array(claim.words[reason])
    swap(&part, &text) {
      NoteText.nouns.contains($0)
    } with: { text, _ in
      text.noun()
    }
    claim.words.replaceSubrange(reason, with: part)
  }

  /// "Every relay in the cellar": the claim says a little more, and is the same.
  private static func qualify(_ claim: inout Claim, _ text: inout NoteText) {
    let nouns = claim.words.indices.filter { NoteText.nouns.contains(claim.words[$0]) }
    guard let at = nouns.first(where: { $0 < 6 }) else { return }
    claim.words.insert(
      contentsOf: text.one([["in", "production"], ["on", "duty"], ["of", "today"]]), at: at + 1)
  }
}
