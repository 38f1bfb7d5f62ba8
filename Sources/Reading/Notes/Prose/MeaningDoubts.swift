internal import Recall

/// The signs by which a meaning is known that tells nothing of a thing, or what everybody knows of it.
enum MeaningDoubts {
  static func doubt(_ candidate: ProseCandidate) -> Doubts.Doubt? {
    if noMeaning.begins(anyCase: candidate.answer) || judges(candidate) {
      return Doubts.Doubt(points: 0.4, reason: "says nothing of what it is")
    }
    // "What is `gauges`? Information about …": what it shows, and not what it is.
    if candidate.question.hasPrefix("What is `"), shown.begins(anyCase: candidate.answer) {
      return Doubts.Doubt(points: 0.4, reason: "what it shows")
    }
    return isProduct(candidate) ? Doubts.Doubt(points: 0.3, reason: "what everybody knows it for") : nil
  }

  /// What a thing needs, or how old it is, is not what it does.
  private static let noMeaning = PhraseList([
    "depends on ", "depend on ", "deprecated", "requires ", "the same as ", "same as ",
  ])

  private static let shown = PhraseList([
    "information about ", "information on ", "details about ", "details of ",
  ])

  /// "One of the main reasons", "a crucial piece of our process": how good it is, and not what.
  private static func judges(_ candidate: ProseCandidate) -> Bool {
    guard candidate.isFound(by: "what it is"), !candidate.isFound(by: "what it is resp") else { return false }
    let words = Words(candidate.answer)
    guard words.count > 2, ["a", "an", "the", "one"].contains(words[0].plain) else { return false }
    return judgements.contains(words[1].plain) || words[0].plain == "one" && words[1].plain == "of"
  }

  /// "Hawser is a build system": whoever works with a product knows what it is, their own above all. What a team gave a
  /// name within it is spoken of with an article, or set as code.
  private static func isProduct(_ candidate: ProseCandidate) -> Bool {
    guard candidate.isFound(by: "what it is"), !candidate.isFound(by: "what it is resp") else { return false }
    let asked = Words(candidate.question)
    guard asked.count > 2, asked[1].plain == "is" || asked[1].plain == "are",
      !candidate.question.holds(UInt8(ascii: "`")),
      // "The Hawser library" is one of them as well.
      !["a", "an", "the"].contains(asked[2].plain)
        || asked.all.dropFirst(3).contains(where: {
          $0.text.first?.isUppercase == true && $0.text.contains(where: \.isLowercase)
        })
    else { return false }
    let words = Words(candidate.answer).all
    let end = words.indices.dropFirst().first { nameEnds.contains(words[$0].plain) } ?? words.count
    return products.contains(words[end - 1].plain)
      || words[..<end].contains { $0.ends(with: ",") && products.contains($0.plain) }
  }

  /// Behind them it goes on to be told what the thing does.
  private static let nameEnds: Set<String> = [
    "of", "that", "which", "for", "to", "in", "with", "by", "from", "instead", "used", "designed", "run",
    "written", "where", "on", "based", "developed", "built",
  ]

  private static let products: Set<String> = [
    "language", "server", "library", "dialect", "service", "system", "project", "tool", "toolkit", "platform",
    "framework", "format", "database", "distro", "distribution", "software", "application", "applications",
    "website", "suite", "emulator", "product", "offering", "company", "standard", "engine", "plane",
    "collection",
    "homeserver", "implementation", "manager", "typeface", "font", "plugin",
  ]

  private static let judgements: Set<String> = [
    "handy", "excellent", "amazing", "neat", "crucial", "essential", "vital", "integral", "chance",
    "opportunity", "attempt", "example",
    "experiment",
    "central", "piece", "powerful", "convenient", "fundamental", "big", "member", "helpful", "valuable",
    "perfect", "necessary", "recommended", "preferred", "complex", "special", "optional", "popular",
    "concept", "case", "ultimate", "well", "well-known", "known", "very", "highly", "truly", "strategic",
    "existing", "ordinary", "basic",
    "normal",
    "regular",
    "potential", "easiest", "simplest", "biggest", "current", "cheapest", "best", "fastest", "hardest",
  ]
}
