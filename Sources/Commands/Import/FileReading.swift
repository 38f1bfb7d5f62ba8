internal import Disk
internal import Reading
internal import Recall
internal import Storage

/// One file of a batch, from its bytes to its cards.
struct FileReading {
  let path: String
  /// The folder that was named, or the one that holds the file that was named.
  let importedFrom: String
  var source: Source?
  /// The path as it is kept.
  let storedPath: String
  let digest: Int
  /// Some of it is asked by another file. When that goes, the questions are this one's: it is read again each time.
  var dependsOnOthers = false
  let chosenDeck: String?
  let most: Int?
  /// What a person said that it is.
  let chosenForm: DocumentForm?
  /// False where it was only read along with others.
  let isAsked: Bool
  /// The bytes are those of the last time.
  private(set) var isSame: Bool
  var document: Document
  let form: Form
  /// The cards that this file said before.
  var known: [StoredCard] = []
  /// For each draft the card that it is.
  var matches: [StoredCard?]

  /// What a file is, which decides how its cards are made, named and shown.
  enum Form {
    case deck
    case record(RecordCollection.Summary)
    case explanation(ExplanationNote)
    /// Free prose, by its title, with all that it could be asked.
    case note(String, NoteQuestions)
    case incident(IncidentReport)

    var name: DocumentForm {
      switch self {
      case .deck: .deck
      case .record: .record
      case .explanation: .explanation
      case .note: .note
      case .incident: .incident
      }
    }
  }

  var record: RecordCollection.Summary? {
    if case .record(let record) = form { record } else { nil }
  }

  var isNote: Bool {
    if case .note = form { true } else { false }
  }

  /// Its cards belong to nothing else.
  var isWhole: Bool { form.name == .explanation || form.name == .incident }

  /// Drafts that a person should look at first: those that were not written as cards.
  var proposed: [Int] {
    if case .deck = form { return [] }
    // The drill of an incident is cut from its words as the others are.
    let isIncident = form.name == .incident
    return open.filter {
      let draft = document.drafts[$0]
      return draft.siblings < WrittenCards.first
        && (draft.kind.stretch == nil || isIncident && draft.kind == .drill)
    }
  }

  /// It is this known decision under a new name, or none that is known.
  mutating func adopt(_ source: Source?, _ cards: [StoredCard]) {
    self.source = source
    known = cards
    isSame = source.map { $0.digest == digest && !$0.isMissing } ?? false
  }

  /// What a note could be asked besides its best is asked only where it was asked before. Those come first among the
  /// drafts, and what was written as a card stands behind them.
  mutating func leaveOutTheSpare() {
    guard case .note(_, let questions) = form else { return }
    let count = questions.all.count
    let known = Set(matches.indices.prefix(count).filter { matches[$0] != nil })
    keep(questions.chosen(known: known) + Array(count..<document.drafts.count))
  }

  /// A new question that is not good enough is not asked; one that was asked before goes on.
  mutating func leaveOutTheWeak(unlessIn choices: DraftChoices) {
    let kept = document.drafts.indices.filter {
      matches[$0] != nil || document.drafts[$0].score >= RecordCollection.threshold
        || choices.wants(document.drafts[$0], in: path)
    }
    if kept.count < document.drafts.count { keep(kept) }
  }

  /// These drafts and no others.
  mutating func keep(_ kept: [Int]) {
    document.drafts = kept.map { document.drafts[$0] }
    matches = kept.map { matches[$0] }
  }

  /// The deck that its cards belong to.
  func deckName(in project: Project?) -> String {
    if let named = chosenDeck ?? document.matter.deck { return named }
    return switch form {
    case .deck: FilePath.stem(of: path)
    case .record: RecordCollection.deckName(path, root: project?.root ?? importedFrom)
    case .explanation: Self.explanations
    case .note: Self.notesDeck(path, root: project?.root ?? importedFrom)
    case .incident: Self.notesDeck(path, root: project?.root ?? importedFrom, usual: "incidents")
    }
  }

  /// Notes of a folder are a deck; those that lie where everything lies are the notes of the project.
  private static func notesDeck(_ path: String, root: String, usual: String = "notes") -> String {
    let folder = FilePath.folder(of: path)
    guard let below = FilePath.relative(folder, to: root), !below.isEmpty else { return usual }
    let name = FilePath.name(of: folder)
    return ["docs", "doc", "documentation", "notes", "."].contains(name.lowercased()) ? usual : name
  }

  /// The deck of all explanations of a project: a note for each is not a deck for each.
  static let explanations = "explanations"

  /// Known cards that no draft has been found to be.
  var unmatched: [StoredCard] {
    let taken = Set(matches.compactMap { $0?.num })
    return known.filter { !taken.contains($0.num) }
  }

  /// What the cards that have been found say now.
  var settled: [Likeable] {
    matches.indices.compactMap { matches[$0] == nil ? nil : Likeable(document.drafts[$0]) }
  }

  /// Drafts that are no known card so far, by their index.
  var open: [Int] { matches.indices.filter { matches[$0] == nil } }
}

extension Likeable {
  init(_ card: StoredCard) {
    self.init(
      kind: card.kind, prompt: card.file.text.prompt, answer: card.file.text.answer, place: card.place,
      isGone: card.isGone)
  }
}
