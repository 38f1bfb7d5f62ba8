internal import Hands
internal import Reading
internal import Recall

/// A file's bytes, and what becomes of them before the database is asked anything: so many files can be read at a time.
enum FileContents: Sendable {
  case text(Text)
  /// The bytes of the last time, which need not be read again.
  case same
  /// Nothing to be read, and why.
  case none(String)

  struct Text: Sendable {
    let text: SourceText
    let document: Document
    let digest: Int
    /// A deck is not asked for it.
    let hasIncidentWords: Bool
  }

  /// A file to read.
  struct Wanted: Sendable {
    let path: String
    /// The digest of the bytes that need not be read again.
    let known: Int?
  }

  static func of(_ wanted: [Wanted], in files: any FileSystem) -> [FileContents] {
    Hands.map(wanted) { FileContents($0, files) }
  }

  private init(_ file: Wanted, _ files: any FileSystem) {
    do {
      let bytes = try files.read(file.path)
      let digest = Digest.of(bytes)
      guard digest != file.known else {
        self = .same
        return
      }
      let text = try SourceText(bytes)
      let document = DeckReader.read(text)
      self = .text(
        Text(
          text: text, document: document, digest: digest,
          hasIncidentWords: document.matter.deck == nil && IncidentReport.mayBe(text)))
    } catch let error as Unreadable {
      self = .none(error.reason)
    } catch {
      self = .none("no text")
    }
  }
}
