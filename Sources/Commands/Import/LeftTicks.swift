internal import Reading
internal import Recall
internal import Storage

/// What somebody ticked and unticked among the drafts of a file, while the review of it is not through: whoever leaves it
/// finds it so again.
struct LeftTicks {
  private let session: Session
  private let path: String

  init(_ session: Session, of file: String) {
    self.session = session
    var hash = StableHash()
    hash.combine(file)
    path = "\(session.dataFolder)/drafts/ticks-\(String(hash.mixed, radix: 36)).txt"
  }

  func restore(_ picks: inout DraftPicks) {
    guard let bytes = try? session.world.files.read(path) else { return }
    let turned = Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    for index in picks.drafts.indices where turned.contains(Self.key(picks.drafts[index])) {
      picks.toggle(index)
    }
  }

  /// On the disk when this returns.
  func save(_ picks: DraftPicks) throws {
    let turned = picks.drafts.indices.filter { picks.isTurned($0) }.map { Self.key(picks.drafts[$0]) }
    guard !turned.isEmpty else { return discard() }
    try session.world.files.makeFolder("\(session.dataFolder)/drafts")
    try session.world.files.write(Array(turned.joined(separator: "\n").utf8), to: path, replacing: true)
  }

  func discard() {
    session.world.files.remove(path)
  }

  private static func key(_ draft: Draft) -> String {
    let key = StoredCard.contentKey(draft.kind, prompt: draft.prompt, answer: draft.answer)
    return String(UInt(bitPattern: key), radix: 36)
  }
}
