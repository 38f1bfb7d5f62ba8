/// What went wrong once, however it was written down: an investigation that `debug` kept, a note of `incident`, or a
/// report that somebody else wrote. Everything in it is its author's own words.
package struct Incident: Equatable, Sendable {
  /// Words of the file, and where they stand, from 1.
  package struct Said: Equatable, Sendable {
    package let text: String
    package let line: Int

    package init(_ text: String, line: Int) {
      self.text = text
      self.line = line
    }
  }

  /// What somebody took for the cause before it was known.
  package struct Suspicion: Equatable, Sendable {
    package let said: Said
    /// What spoke against it, where that was written down.
    package let ruledOut: Said?
    /// It was the cause.
    package let wasRight: Bool

    package init(_ said: Said, ruledOut: Said?, wasRight: Bool) {
      self.said = said
      self.ruledOut = ruledOut
      self.wasRight = wasRight
    }
  }

  package var title: Said
  package var date: String?
  /// The part of the system, or of the code, where it was seen.
  package var area: String?
  /// What it looked like from outside.
  package var symptom: Said
  /// What happened, told less strictly than a symptom: it can name the cause too, and it stands only beside a title that
  /// says nothing of what went wrong.
  package var happening: Said?
  /// The cause, or each factor of several.
  package var causes: [Said] = []
  package var suspicions: [Suspicion] = []
  /// What could be seen on the way, in its order: the steps of a drill. None of it names the cause.
  package var evidence: [Said] = []
  package var gaveAway: [Said] = []
  package var misled: [Said] = []
  /// Why nothing noticed it before it did harm.
  package var escaped: [Said] = []
  package var fixes: [Said] = []
  package var firstLooks: [Said] = []
  package var preventions: [Said] = []
  package var lessons: [Said] = []
  /// What is asked of a report in which no rule found any of these.
  var rest: IncidentRest?

  /// Of these the file says more than what stands here.
  package var cut: Set<List> = []

  /// They only added to a cause that the file does not tell: none of them is the one.
  package var areCausesFactors = false

  /// The first of the causes is all that stands below a heading of its own: it is the cause, however it is told.
  package var isCauseAlone = false

  /// What stands as preventions was done or planned, and the report does not say that it prevents anything.
  package var areActions = false

  /// What stands as fixes are steps that were taken on the occasion, and the report does not say that they ended it.
  package var areFixesSteps = false

  package enum List: Sendable { case causes, escaped, fixes, preventions, lessons }

  /// It sums up several incidents that are told one by one besides it: what was seen in one of them is nothing that the
  /// cause of another explains.
  package var isOfSeveral = false

  /// The title is what somebody saw, in their own words, and no name for what it was.
  package var isTitledBySymptom = false

  package init(title: Said, date: String?, area: String?, symptom: Said) {
    self.title = title
    self.date = date
    self.area = area
    self.symptom = symptom
  }
}
