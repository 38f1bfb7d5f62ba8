/// An invented decision record, and the file that it is written as.
package struct WorldRecord: Equatable, Sendable {
  package struct Option: Equatable, Sendable {
    package var name: String
    package var pros: [String]
    package var cons: [String]
  }

  package enum Form: CaseIterable, Sendable {
    case nygard, madr, frontMatter
  }

  package enum Naming: CaseIterable, Sendable {
    /// `0007-outbox-relay.md`, `adr-007-outbox-relay.md`, `ADR-007.md`, `0007-outbox-relay/README.md`
    case slug, prefixed, numberOnly, ownFolder
  }

  /// Where it stands that one record replaced another.
  package enum Link: Sendable {
    case inTheOld, onlyInTheNew
  }

  /// How a record is named in another one.
  package enum Reference: CaseIterable, Sendable {
    case link, number
  }

  /// Who it is, whatever else is said of it.
  package var marker: String
  package var form: Form
  package var naming: Naming
  package var folder = "docs/adr"
  package var number: Int
  package var slug = ""
  package var title: String
  /// The record whose heading was copied along with the rest and stands there still.
  package var headingOf: String?
  package var isProposed = false
  package var isPresent = true
  package var supersededBy: String?
  package var link = Link.inTheOld
  package var reference = Reference.link
  package var context: [String]
  package var decision: [String]
  package var reason: String
  package var drivers: [String]
  package var good: [String]
  package var bad: [String]
  package var options: [Option]

  package var path: String {
    let number = String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number)"
    return switch naming {
    case .slug: "\(folder)/\(number)-\(slug).md"
    case .prefixed: "\(folder)/adr-\(number)-\(slug).md"
    case .numberOnly: "\(folder)/ADR-\(number).md"
    case .ownFolder: "\(folder)/\(number)-\(slug)/README.md"
    }
  }

  package static func slug(_ title: String) -> String {
    String(title.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }).split(separator: "-").joined(
      separator: "-")
  }

  /// Every sentence that can be edited, one after the other.
  package mutating func change(_ index: Int, _ body: (String, RecordText.Part) -> String) {
    var index = index
    func pick(_ count: Int) -> Int? {
      defer { index -= count }
      return (0..<count).contains(index) ? index : nil
    }
    if let at = pick(context.count) { context[at] = body(context[at], .context) }
    if let at = pick(decision.count) { decision[at] = body(decision[at], .decision) }
    if pick(1) != nil { reason = body(reason, .reason) }
    if let at = pick(drivers.count) { drivers[at] = body(drivers[at], .driver) }
    if let at = pick(good.count) { good[at] = body(good[at], .good) }
    if let at = pick(bad.count) { bad[at] = body(bad[at], .bad) }
    for option in options.indices {
      if let at = pick(options[option].cons.count) {
        options[option].cons[at] = body(options[option].cons[at], .bad)
      }
    }
  }

  package var sentences: Int {
    context.count + decision.count + 1 + drivers.count + good.count + bad.count
      + options.reduce(0) { $0 + $1.cons.count }
  }

  /// Another decision on the same template: the name is another one wherever it stands.
  package func copy(named other: String, number: Int) -> WorldRecord {
    var copy = self
    copy.marker = other
    copy.number = number
    copy.supersededBy = nil
    copy.headingOf = nil
    copy.title = title.replacing(marker, with: other)
    copy.slug = Self.slug(copy.title)
    for index in 0..<sentences { copy.change(index) { text, _ in text.replacing(marker, with: other) } }
    return copy
  }

  // MARK: The file

  private var heading: String { form == .nygard ? "\(number). \(title)" : title }

  /// `older` are the records that this one alone says it replaces.
  package func markdown(
    replacedBy newer: WorldRecord?, replacing older: [WorldRecord], headingOf copied: WorldRecord?
  ) -> String {
    let heading = copied?.heading ?? heading
    let named = older.map { "Supersedes \(reference(to: $0))" }
    var state = isProposed ? "Proposed" : "Accepted"
    if let newer { state = "Superseded by \(reference(to: newer))" }
    switch form {
    case .nygard:
      return """
        # \(heading)

        Date: 2026-02-01

        ## Status

        \(([state] + named).joined(separator: "\n\n"))

        ## Context

        \(context.joined(separator: " "))

        ## Decision

        \(decision.joined(separator: " "))

        ## Consequences

        \(good.map { "* Good, because \($0.uncapitalized)" }.joined(separator: "\n"))
        \(bad.map { "* Bad, because \($0.uncapitalized)" }.joined(separator: "\n"))
        \(options.isEmpty ? "" : "\n## Alternatives\n\n" + options.map(\.line).joined(separator: "\n") + "\n")
        """
    case .madr, .frontMatter:
      let isMatter = form == .frontMatter
      let chosen = ([marker] + options.map(\.name)).map { "* \($0)" }.joined(separator: "\n")
      return """
        \(isMatter ? "---\nstatus: \"\(state.lowercasedFirst)\"\ndate: 2026-02-01\n---\n\n" : "")# \(heading)
        \(isMatter ? "" : "\n* Status: \(state.lowercasedFirst)\n* Deciders: Ada, Grace\n* Date: 2026-02-01\n")
        ## Context and Problem Statement

        \(context.joined(separator: " "))
        \(drivers.isEmpty ? "" : "\n## Decision Drivers\n\n" + drivers.map { "* \($0)" }.joined(separator: "\n") + "\n")
        ## Considered Options

        \(chosen)

        ## Decision Outcome

        Chosen option: "\(marker)", because \(reason.uncapitalized).

        \(decision.joined(separator: " "))

        ### Positive Consequences

        \(good.map { "* \($0)" }.joined(separator: "\n"))

        ### Negative Consequences

        \(bad.map { "* \($0)" }.joined(separator: "\n"))

        ## Pros and Cons of the Options
        \(options.map(\.section).joined())
        \(named.isEmpty ? "" : "## Links\n\n" + named.map { "* \($0)" }.joined(separator: "\n") + "\n")
        """
    }
  }

  private func reference(to other: WorldRecord) -> String {
    switch reference {
    case .number: return "ADR-\(other.number)"
    case .link:
      let up = path.split(separator: "/").dropLast().map { _ in ".." }.joined(separator: "/")
      return "[\(other.title)](\(up)/\(other.path))"
    }
  }
}

extension WorldRecord.Option {
  fileprivate var line: String {
    "* \(name): \(cons.map { $0 + " That rules it out." }.joined(separator: " "))"
  }
  fileprivate var section: String {
    "\n### \(name)\n\n" + pros.map { "* Good, because \($0.uncapitalized)\n" }.joined()
      + cons.map { "* Bad, because \($0.uncapitalized)\n" }.joined()
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
  /// Names keep their capital.
  fileprivate var uncapitalized: String {
    let first = prefix { $0.isLetter }
    let small = [
      "The", "Without", "Teams", "We", "A", "It", "Only", "Each", "Every", "New", "Two", "Whoever", "Nobody",
    ]
    return small.contains(String(first)) ? lowercasedFirst : self
  }
}
