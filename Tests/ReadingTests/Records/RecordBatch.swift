import Foundation
import Recall
import Testing

@testable import Reading

/// Records for a test, as importing hands them to the collection.
enum RecordBatch {
  static let folder = "/harbour/docs/adr/"

  /// Names are below `docs/adr` unless they begin with a slash.
  static func read(_ files: [(name: String, text: String)], known: Set<String> = []) throws
    -> RecordCollection
  {
    let items = try files.map { file in
      var findings: [Finding] = []
      let text = try SourceText(Array(file.text.utf8))
      return RecordCollection.File(
        path: file.name.hasPrefix("/") ? file.name : folder + file.name, text: text,
        matter: FrontMatter.read(text, &findings), isKnown: known.contains(file.name))
    }
    return RecordCollection(items) { place in
      let above = place.hasSuffix("/") ? place : place + "/"
      return items.count { $0.path.hasPrefix(above) && !$0.path.dropFirst(above.count).contains("/") }
    }
  }

  /// The only record of a batch of one.
  static func entry(_ text: String, name: String = "0007-berth-plan.md") throws -> RecordCollection.Entry {
    try entry(read([(name, text)]), 0)
  }

  static func entry(_ batch: RecordCollection, _ index: Int) throws -> RecordCollection.Entry {
    guard case .record(let entry) = batch.fates[index] else {
      throw NoRecord(fate: batch.fates[index])
    }
    return entry
  }

  struct NoRecord: Error {
    let fate: RecordCollection.Fate
  }

  /// A short record with a status section; everything else in it is the same for all.
  static func plain(_ title: String, status: String = "Accepted", more: String = "") -> String {
    """
    # \(title)

    ## Status

    \(status)

    ## Context

    Boats wait too long at the outer buoy, and nobody can tell them when a berth is free.

    ## Decision

    The plan of \(title.lowercased()) is made anew every hour and shown at the buoy.
    \(more)
    """
  }

  static func name(_ fate: RecordCollection.Fate) -> String {
    switch fate {
    case .record: "record"
    case .skipped(let reason): "skipped: \(reason)"
    case .other: "other"
    }
  }
}

/// Files with what is expected of them beside them. `WHET_GOLDEN=write` writes the expectation anew, to be read
/// before it is committed.
enum Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/records")

  static var isWriting: Bool { ProcessInfo.processInfo.environment["WHET_GOLDEN"] == "write" }

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".md") || $0.hasSuffix(".rst") }.sorted()
  }()

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// The name of the file with what is expected.
  static func expected(_ name: String) -> String {
    name.prefix { $0 != "." } + ".cards"
  }

  /// A record and its cards as a person would check them.
  static func shown(_ batch: RecordCollection, _ index: Int) -> String {
    guard case .record(let entry) = batch.fates[index] else {
      return "fate: \(RecordBatch.name(batch.fates[index]))\n"
    }
    var lines = ["title: \(entry.record.title)"]
    if let number = entry.record.number { lines.append("number: \(number)") }
    if let date = entry.record.date { lines.append("date: \(date)") }
    lines.append("status: \(entry.state.status?.rawValue ?? "none")")
    for finding in batch.findings[index] { lines.append("finding, line \(finding.line): \(finding.message)") }
    let drafts = entry.drafts(most: nil)
    if drafts.isEmpty { lines += ["", "nothing to ask"] }
    for draft in drafts {
      let suspended = draft.isSuspended ? ", suspended" : ""
      lines += ["", "\(draft.kind.rawValue) \(draft.score), line \(draft.line)\(suspended)"]
      lines.append("  Q: " + draft.prompt.replacing("\n", with: "\n     "))
      lines.append("  A: " + draft.answer.replacing("\n", with: "\n     "))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
