/// Whether a file is a decision record, and if not, what else it is.
enum RecordKind: Equatable {
  case record
  /// Skipped, with the reason as a person would say it.
  case skipped(String)
  case other

  /// What a file is, by its own signs and its neighbours: whether there are none, and whether most are records.
  static func of(_ signs: RecordSigns, isAlone: Bool, isAmongRecords: Bool) -> RecordKind {
    if signs.isNamedTemplate { return .skipped("a template") }
    if signs.isTestData { return .skipped("test data or a template") }
    if signs.isTemplate { return .skipped("a template") }
    if signs.isNamedByFolder {
      // Alone in a folder of its own it is the record; among records it lists them.
      let enough = RecordTitle.isNumbered(signs.folder) ? 3 : 4
      guard isAlone, RecordTitle.isNumbered(signs.folder) || !isConventional(signs.folder),
        signs.evidence >= enough || isAmongRecords && signs.evidence >= 2
      else { return .skipped("an index") }
      return .record
    }
    if signs.isNamedIndex { return .skipped("an index") }
    if signs.isIncident { return .other }
    let isAtHome = isAmongRecords || signs.isAtHome
    let total = signs.evidence + (signs.isNumbered ? 2 : 0) + (isAtHome ? 2 : 0)
    if total >= 5 { return .record }
    return isAtHome && total >= 3 ? .record : .other
  }

  static func isConventional(_ folder: String) -> Bool {
    let name = PlainWords.normalized(folder)
    return conventional.contains(name) || name.hasSuffix(" adr") || name.hasSuffix(" adrs")
      || name.hasPrefix("adr ")
  }

  private static let conventional: Set<String> = [
    "adr", "adrs", "decisions", "architecture decision record", "architecture decision records",
    "decision records",
    "decision record", "architecture decisions", "architectural decisions", "architectural decision records",
    "rfcs", "rfc",
    "decision log", "pdr", "edr", "ddr", "design decisions", "tech decisions", "technical decisions",
  ]
}
