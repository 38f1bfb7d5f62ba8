/// What a section of a decision record is for.
package enum SectionRole: String, CaseIterable, Sendable {
  case status, date, context, drivers, options, rejected, decision
  /// Weaker words for the decision: "Proposal", "How", "Solution". They count where there is no decision.
  case proposal
  case rationale, consequences, positive, negative
  /// People, links, plans, history: nothing in it is worth a card.
  case aside
}

/// What became of a decision.
package enum RecordStatus: String, CaseIterable, Sendable {
  case draft, proposed, accepted, rejected, deprecated, superseded
}

/// One language of decision records: how people name the sections and the states, and how a question is asked.
/// A further language is one more table, and a line in `RecordLanguage.all`.
package struct RecordLanguage: Sendable {
  /// As in `fr`.
  package let code: String
  /// Headings in lower case without accents, by what they are for; the most usual first.
  package let headings: [SectionRole: [String]]
  /// The beginnings of the words for a status, in lower case without accents.
  package let statuses: [RecordStatus: [String]]
  /// Names of metadata in lower case without accents: `status`, `date`, and those that name people or tickets.
  package let statusLabels: [String]
  package let dateLabels: [String]
  package let otherLabels: [String]
  /// What stands between a decision and its reason: `because`, `parce que`.
  package let because: [String]
  /// Those that mean it wherever they stand in a sentence.
  package let plainBecause: [String]
  /// How a sentence begins that decides: `we will`, `nous allons`.
  package let deciding: [String]
  /// How an argument begins that speaks for or against: `good`, `pro`; `bad`, `con`.
  package let good: [String]
  package let bad: [String]
  /// Words in a sentence that weigh against something: `but`, `however`, `too`.
  package let against: [String]
  /// Words that name a problem or a need.
  package let problem: [String]
  /// Words that need the sentence before them: `this`, `it`, `however`.
  package let leaning: [String]
  /// How a sentence begins that speaks of nothing before it, although it seems to: `it is possible`.
  package let impersonal: [String]
  /// Words that take back part of what was said: `however`, `but`.
  package let turning: [String]
  /// What is said where there is nothing to say: `none`, `n/a`.
  package let nothing: [String]
  package let questions: Questions

  /// How each card is asked. `%` stands for the title of the decision, `#` for an option.
  package struct Questions: Sendable {
    package let what: String
    package let why: String
    /// Where the record tells the situation and no reason.
    package let problem: String
    package let rejected: String
    package let proposedRejected: String
    package let cost: String
    package let changed: String
    package let drivers: String
    package let about: String
    /// Of the record that says that records are kept.
    package let records: String
    /// The same of something that is only proposed.
    package let proposedWhat: String
    package let proposedWhy: String
    package let proposedCost: String
    package let proposedChange: String
    /// Is it still our rule, and what replaced it?
    package let replaced: String
    package let stillRule: String
    package let wasAdopted: String
    /// The answers to the last three. `%` stands for what replaced it.
    package let replacedBy: String
    /// Between the last two of several.
    package let and: String
    package let partlyReplacedBy: String
    package let noLonger: String
    package let notAdopted: String
    /// The decision itself, told before it is asked about: `%` is the title, `#` what was decided or chosen.
    package let told: String
    package let chose: String
    package let thenWhy: String
    package let thenCost: String
    package let thenChanged: String
  }
}
