internal import Terminal
internal import Writing

/// What became of each file and each card.
struct ImportReport {
  struct Counts: Equatable {
    var added = 0
    var updated = 0
    var moved = 0
    var retired = 0
    var unchanged = 0
  }

  struct Note: Equatable {
    let path: String
    let line: Int
    let message: String
  }

  /// A card whose answer means something else now.
  struct Change: Equatable {
    let path: String
    let card: String
    let prompt: String
  }

  var imported: [String] = []
  /// What each of them was read as.
  var forms: [String: DocumentForm] = [:]
  var unchanged: [String] = []
  var skipped: [Skipped] = []
  /// Files in which nothing can be asked.
  var nothing: [Skipped] = []
  /// Known files that are no longer there.
  var missing: [String] = []
  var counts = Counts()
  var findings: [Note] = []
  var changed: [Change] = []
  /// Decks with prose beside their cards, which nobody read.
  var withProse: [String] = []
  /// The numbers of the cards that are new, or came back.
  var brought: [Int] = []
  /// Drafts that were shown and not wanted.
  var leftOut = 0
  /// What a dry run would take, and what it would not, with the reasons.
  var drafts: JSON?

  mutating func merge(_ other: ImportReport) {
    unchanged += other.unchanged
    skipped += other.skipped
    nothing += other.nothing
    findings += other.findings
    withProse += other.withProse
    counts.unchanged += other.counts.unchanged
  }

  /// A step of a review: what became of some files of the batch. The others were only read along.
  mutating func add(step: ImportReport, of paths: Set<String>) {
    imported += step.imported.filter(paths.contains)
    forms.merge(step.forms.filter { paths.contains($0.key) }) { $1 }
    counts.added += step.counts.added
    counts.updated += step.counts.updated
    counts.moved += step.counts.moved
    counts.retired += step.counts.retired
    changed += step.changed
    withProse += step.withProse.filter(paths.contains)
    leftOut += step.leftOut
  }

  /// What was written step by step turns up as unchanged at the end.
  mutating func add(reviewed: ImportReport) {
    let paths = Set(reviewed.imported)
    unchanged.removeAll { paths.contains($0) }
    imported += reviewed.imported.filter { !imported.contains($0) }
    forms.merge(reviewed.forms) { own, _ in own }
    let told = reviewed.counts
    counts.added += told.added
    counts.updated += told.updated
    counts.moved += told.moved
    counts.retired += told.retired
    counts.unchanged -= min(counts.unchanged, told.added + told.updated + told.moved + reviewed.leftOut)
    changed = reviewed.changed + changed
    withProse = reviewed.withProse + withProse
    leftOut += reviewed.leftOut
  }

  var files: Int { imported.count + unchanged.count + skipped.count + nothing.count + missing.count }

  func json(shown: (String) -> String) -> JSON {
    .object(pairs(shown) + (drafts.map { [("drafts", $0)] } ?? []))
  }

  private func pairs(_ shown: (String) -> String) -> [(String, JSON)] {
    [
      ("files", .int(files)), ("imported", .int(imported.count)), ("unchanged", .int(unchanged.count)),
      (
        "skipped",
        .array(skipped.map { .object([("path", .string(shown($0.path))), ("reason", .string($0.reason))]) })
      ),
      ("as", .object(formCounts.map { ($0.rawValue, .int($1)) })),
      ("nothing", JSON(strings: nothing.map { shown($0.path) })),
      (
        "reasons",
        .array(
          nothing.map { JSON.object([("path", .string(shown($0.path))), ("reason", .string($0.reason))]) })
      ), ("prose", JSON(strings: withProse.map(shown))), ("missing", JSON(strings: missing.map(shown))),
      (
        "cards",
        .object([
          ("added", .int(counts.added)), ("updated", .int(counts.updated)), ("moved", .int(counts.moved)),
          ("retired", .int(counts.retired)), ("unchanged", .int(counts.unchanged)),
        ])
      ),
      (
        "findings",
        .array(
          findings.map {
            .object([
              ("path", .string(shown($0.path))), ("line", .int($0.line)), ("message", .string($0.message)),
            ])
          })
      ),
      (
        "changed",
        .array(
          changed.map {
            .object([
              ("id", .string($0.card)), ("path", .string(shown($0.path))), ("prompt", .string($0.prompt)),
            ])
          })
      ),
    ]
  }

  func print(to console: Console, isDry: Bool, shown path: (String) -> String) {
    // A file's name may hold a line end; the line that tells of it may not.
    func shown(_ name: String) -> String { SafeText.line(path(name)) }
    for finding in findings {
      console.complain("\(shown(finding.path)):\(finding.line): \(finding.message)")
    }
    let fates = [
      (imported.count, "read"), (unchanged.count, "unchanged"), (nothing.count, "with no card in it"),
      (missing.count, "no longer there"), (skipped.count, "skipped"),
    ]
    console.line(Styled("\(files) file\(files == 1 ? "" : "s"): \(Self.list(fates))"))
    let forms = formCounts.filter { $0.1 > 0 }
    if forms.contains(where: { $0.0 != .explanation }) {
      console.line(Styled("read as \(forms.map { $0.0.counted($0.1) }.joined(separator: ", "))"))
    }
    let cards = [
      (counts.added, "new"), (counts.updated, "changed"), (counts.moved, "moved"),
      (counts.retired, "retired"),
      (counts.unchanged, "unchanged"), (leftOut, "left out"),
    ]
    console.line(Styled("cards: \(Self.list(cards))"))
    func note(_ text: String) {
      for line in DisplayWidth.wrapped(text, to: console.columns) { console.note(Styled(line, .quiet)) }
    }
    if !withProse.isEmpty {
      let names = Self.some(withProse.map(shown))
      note("prose beside the cards was not read in \(names); `import --as note` reads it too")
    }
    for (reason, files) in Dictionary(grouping: nothing, by: \.reason).sorted(by: { $0.key < $1.key }) {
      note("no card in \(Self.some(files.map { shown($0.path) })): \(reason)")
    }
    if !missing.isEmpty { note("no longer there: \(Self.some(missing.map(shown)))") }
    let reasons = Dictionary(grouping: skipped, by: \.reason).sorted { $0.key < $1.key }
    for (reason, files) in reasons {
      note("skipped, \(reason): \(Self.some(files.map { shown($0.path) }))")
    }
    if !changed.isEmpty {
      note("The answer means something else now; look at it once (`cards is:stale`):")
      for change in changed.prefix(8) {
        note("  \(change.card) \(DisplayWidth.cut(SafeText.line(change.prompt), to: console.columns - 12))")
      }
      if changed.count > 8 { note("  and \(changed.count - 8) more") }
    }
    if isDry { console.line(Styled("nothing was written", .strong)) }
  }

  private var formCounts: [(DocumentForm, Int)] {
    DocumentForm.allCases.map { form in (form, imported.count { forms[$0] == form }) }
  }

  private static func list(_ counts: [(Int, String)]) -> String {
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }

  /// The first few names; the rest as a number.
  private static func some(_ names: [String]) -> String {
    let first = names.prefix(4).joined(separator: ", ")
    return names.count > 4 ? "\(first) and \(names.count - 4) more" : first
  }
}
