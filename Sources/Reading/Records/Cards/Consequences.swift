/// What follows from a decision: its price where the author names one, and the rest.
struct ConsequenceList {
  let costs: [Passage]
  let changes: [Passage]
  /// Those of the changes that nobody marked as good.
  let unmarked: [Passage]
  /// All costs are things that could happen.
  let isRisk: Bool
  /// Every one of them is marked as good.
  let isAllGain: Bool

  init(_ record: DecisionRecord) {
    let points = Points(record.names)
    let words = record.names.words
    var costs: [Passage] = []
    var changes: [Passage] = []
    var unmarked: [Passage] = []
    var gains = 0
    var risks = 0
    for part in record.parts where part.around != .options && part.around != .rejected {
      switch part.role {
      case .negative where Self.isOfDecision(part, record.names):
        let before = costs.count
        defer { if Self.isAboutRisks(part.section.title.flat) { risks += costs.count - before } }
        costs += points.all(part.section.blocks + part.section.children.flatMap(\.blocks)).map {
          Passage(text: words.bad.without($0.text) ?? $0.text, line: $0.line)
        }
      case .consequences:
        let blocks =
          part.section.blocks
          + part.section.children
          .filter { ![.positive, .negative, .aside].contains(record.names.role($0.title.flat)) }.flatMap(
            \.blocks)
        for passage in points.all(blocks) {
          if let cost = words.bad.without(passage.text) {
            costs.append(Passage(text: cost, line: passage.line))
          } else if let gain = words.good.without(passage.text) {
            changes.append(Passage(text: gain, line: passage.line))
            gains += 1
          } else {
            let plain = words.neutral.without(passage.text) ?? passage.text
            changes.append(Passage(text: plain, line: passage.line))
            unmarked.append(Passage(text: plain, line: passage.line))
          }
        }
      case .positive where part.around == .consequences:
        let told = points.all(part.section.blocks + part.section.children.flatMap(\.blocks))
        changes += told
        gains += told.count
      default: break
      }
    }
    self.costs = Self.standing(costs.filter { !Self.noPrice.isIn(anyCase: $0.text) }, words)
    self.changes = Self.standing(changes.filter { !Self.before.begins(anyCase: $0.text) }, words)
    self.unmarked = unmarked
    isRisk = risks > 0 && risks == costs.count
    isAllGain = gains > 0 && gains == changes.count
  }

  /// Those that go on from the one before are left out where there are others.
  private static func standing(_ points: [Passage], _ words: LanguageWords) -> [Passage] {
    let standing = points.filter { !words.leans($0.text) && !pointers.isIn(anyCase: $0.text) }
    if standing.isEmpty { return points }
    // In a list of them "it" is the decision: where all can be shown, they are.
    let all = points.filter { standing.contains($0) || $0.text.hasPrefix("It ") || $0.text.hasPrefix("it ") }
    return Points.areFew(all) ? all : standing
  }

  /// The drawbacks of how it was, and the "Limitations of the proxy", are no price of what was decided.
  private static func isOfDecision(_ part: DecisionRecord.Part, _ names: HeadingNames) -> Bool {
    switch part.around {
    case .context?: part.section.level < 7 && names.exactRole(part.section.title.flat) == .negative
    case .drivers?, .aside?: false
    case .consequences?, .decision?, .proposal?, .rationale?: true
    default: names.exactRole(part.section.title.flat) == .negative
    }
  }

  private static let pointers = PhraseList([
    "the above ", " above.", "mentioned above", "described above", "listed above", "the below ", " below.",
  ])

  private static func isAboutRisks(_ title: String) -> Bool { riskWords.isIn(anyCase: title) }

  private static let riskWords = PhraseList(["risk"])

  private static let noPrice = PhraseList([
    "was not a factor", "is not a factor", "no negative consequence", "no negative impact",
    "no additional cost", "no extra cost", "at no cost",
    "free of charge",
    "no known downside", "no downsides", "none that ", "no known risk", "none known", "none are known",
  ])

  /// How it was before is no consequence, nor is what somebody is to bear in mind.
  private static let before = PhraseList([
    "keep in mind", "note that", "it should be noted", "please note",
    "prior to", "previously", "currently", "before this", "until now", "in the past",
  ])
}
