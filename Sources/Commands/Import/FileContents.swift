internal import Hands
internal import Reading
internal import Recall

/// What becomes of a file's bytes before the database is asked anything: so many files can be read at a time.
enum FileContents: Sendable {
  case text(SourceText, Document, digest: Int)
  /// The bytes of the last time, which need not be read again.
  case same
  /// Nothing to be read, and why.
  case none(String)

  /// A file that was opened.
  struct Opened: Sendable {
    let bytes: Result<[UInt8], Unreadable>
    /// The digest of the bytes that need not be read again.
    let known: Int?
  }

  static func of(_ files: [Opened]) -> [FileContents] { Hands.map(files, Self.init) }

  private init(_ file: Opened) {
    do {
      let bytes = try file.bytes.get()
      let digest = Digest.of(bytes)
      guard digest != file.known else {
        self = .same
        return
      }
      let text = try SourceText(bytes)
      self = .text(text, DeckReader.read(text), digest: digest)
    } catch let error as Unreadable {
      self = .none(error.reason)
    } catch {
      self = .none("no text")
    }
  }
}
