import Recall

@testable import Reading

/// The cards that an import would take from a note.
enum NoteCards {
  static func taken(_ text: String, name: String) throws -> [Draft] {
    let source = try SourceText(Array(text.utf8))
    let matter = DeckReader.read(source).matter
    guard
      case .note(_, let questions, _) = NoteReader.read(source, matter: matter, name: name, isChosen: true)
    else { return [] }
    return questions.usual
  }
}
