import TestSupport
import Testing

/// The tables of decisions on a page of 80 columns.
@Suite struct DecisionTableTests {
  private func record(_ title: String, _ decision: String, _ more: String = "") -> String {
    """
    # \(title)

    Date: 2021-01-10

    ## Status

    Accepted

    ## Decision

    \(decision)

    \(more)
    """
  }

  private static let long = "Ship parcels for the outer islands with the evening boat"

  private func world(isRepository: Bool = false) throws -> TestWorld {
    let world = try TestWorld()
    if isRepository { try world.disk.write("ref: x\n", to: ".git/HEAD") }
    world.columns = 80
    world.environment["NO_COLOR"] = "1"
    try world.disk.write(
      record("1. \(Self.long)", "They leave at dusk, packed in oil cloth against the spray."),
      to: "docs/adr/0001-boat.md")
    try world.disk.write(
      record("2. Label every parcel", "Each harbour prints on a machine of its own.", "See ADR-0001."),
      to: "docs/adr/0002-labels.md")
    try world.disk.write(
      record(
        "3. Weigh every parcel", "A scale stands on every quay and prints a slip.",
        "See ADR-0001 and ADR-0002.\n\nSupersedes [ADR 4](0004-guess.md)"),
      to: "docs/adr/0003-weigh.md")
    try world.disk.write(
      record("4. Guess the weight", "The captain lifts each sack and says a number."),
      to: "docs/adr/0004-guess.md")
    world.run("import", "docs/adr", "--yes")
    return world
  }

  private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  @Test func aNameIsNotCutBesideAReasonThatCanBeBroken() throws {
    let world = try world()
    let list = world.run("key", "--plain").output
    for line in lines(list) { #expect(line.count <= 80, "\(line)") }
    #expect(list.contains("Ship parcels for the outer islands with"), "\(list)")
    // All of the reason, on lines of its own column.
    #expect(
      list.split { $0.isWhitespace }.joined(separator: " ").contains("2 records refer to it,"), "\(list)")
    #expect(list.contains("stands for 5"), "\(list)")
    world.columns = nil
    #expect(world.run("key").output.contains("\(Self.long)  2 records refer to it, stands for 5 years\n"))
  }

  @Test func whatReplacedARecordIsSaidWhereThereIsRoom() throws {
    let world = try world()
    #expect(world.run("decisions").output.contains("superseded by 0003"), "\(world.run("decisions").output)")
    world.columns = 50
    let narrow = world.run("decisions").output
    #expect(!narrow.contains("superseded by"))
    #expect(narrow.contains("superseded"))
    // What it is looked for by stays the same.
    #expect(world.run("decisions", "superseded", "--json").array.count == 1)
  }

  /// In a repository of several, two of them have a record 1.
  @Test func recordsOfSeveralFoldersAreToldApart() throws {
    let world = try world(isRepository: true)
    #expect(!world.run("decisions").output.contains("deck"))
    try world.disk.write(
      record("1. Paint the quay", "The quay is painted white each spring, so that boats see it at dusk."),
      to: "pier/docs/adr/0001-paint.md")
    world.run("import", "pier/docs/adr", "--yes")
    let told = lines(world.run("decisions").output)
    #expect(told.first?.hasPrefix("deck") == true, "\(world.run("decisions").output)")
    #expect(told.filter { $0.contains(" 0001 ") }.map { $0.prefix { $0 != " " } }.count == 2)
    #expect(Set(told.filter { $0.contains(" 0001 ") }.map { $0.prefix { $0 != " " } }).count == 2)
    for columns in [60, 44] {
      world.columns = columns
      for line in lines(world.run("decisions").output) { #expect(line.count <= columns, "\(line)") }
    }
  }

  /// What nobody ever answered leaves the map with its file.
  @Test func aRecordWhoseFileIsGoneStaysForItsAnswers() throws {
    let world = try world()
    let card = try #require(world.cards("source:0002").keys.first)
    world.run("grade", card, "4")
    try world.disk.remove("docs/adr/0002-labels.md")
    try world.disk.remove("docs/adr/0003-weigh.md")
    world.run("refresh")
    let told = world.run("decisions").output
    #expect(told.contains("Label every parcel (file gone)"))
    #expect(!told.contains("Weigh every parcel"))
    #expect(world.run("decisions", "--json").array.count == 4)
  }

  @Test func thatAFileIsGoneIsNeverCut() throws {
    let world = try world()
    world.run("key", "1")
    try world.disk.remove("docs/adr/0001-boat.md")
    world.run("refresh")
    for columns in [80, 60, 44] {
      world.columns = columns
      for words in [["decisions"], ["key"]] {
        let output = world.run(words).output
        #expect(output.contains("… (file gone)"), "\(words) at \(columns): \(output)")
        for line in lines(output) { #expect(line.count <= columns, "\(line)") }
      }
    }
  }
}
