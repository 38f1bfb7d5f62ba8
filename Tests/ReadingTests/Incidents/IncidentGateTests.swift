import Recall
import Testing

@testable import Reading

/// Sentences that look like an answer and are none, each kind with one that is.
@Suite struct IncidentGateTests {
  @Test func aReasonInBracketsIsOneForAWordOnly() {
    #expect(IncidentWords.isReasonInBrackets("Two gates (shut because of the storm) were painted blue"))
    #expect(!IncidentWords.isReasonInBrackets("Two gates stayed shut because of the storm (the third one)"))
    #expect(
      !IncidentWords.isReasonInBrackets("Two gates (the old ones) fell because their hinges (iron) broke"))
  }

  @Test func whatSpeaksAgainstTheRestOfTheSentenceIsNoCause() {
    #expect(IncidentGates.isNoCause("Although the log was empty because nobody had turned it on"))
    #expect(
      !IncidentGates.isNoCause("Although the log was empty, the relay failed because its key had expired"))
  }

  @Test func aTurnOfWordsForAFaultBehindTheWordCauseNamesNothing() {
    #expect(
      IncidentAnswer.isThin(
        "The search for it mended several other things, but the cause was a configuration problem."))
    #expect(IncidentAnswer.isThin("The fault was introduced with a change of the relay."))
    #expect(
      IncidentAnswer.isThin("Thieves took three boats of the north pier in March via a bug in the gate."))
    #expect(
      !IncidentAnswer.isThin(
        "The fault was introduced with a change of the relay that read the hours of the pump in local time."))
  }

  @Test(arguments: [
    "A hotfix was applied directly on prod and the issue was mitigated correctly.",
    "Fix for the current issue merged and deployed", "A fix was delivered by the team",
    "All four services were updated.", "Service was restored within 2 minutes of the deploy completing.",
    "Fixed by PR on branch `fix/lamp-switch`, three steps in all.",
    "Several PRs with different fixes were created, merged and released to production.",
  ])
  func thatItWasFixedDoesNotSayByWhat(text: String) {
    #expect(IncidentAnswer.isPlainEnd(text))
    #expect(!IncidentAnswer.isPlainEnd("The limit of the relay was raised to forty messages"))
  }

  @Test func whatTheQuestionSpeaksOfIsNoAnswerAsSomethingThatWasFixed() {
    let question = "“Gauge”: The gauge wrote wrong field names into the log. What fixed it?"
    #expect(IncidentAnswer.isRepairOfNamed("Fixed the field names and added a test", question))
    #expect(!IncidentAnswer.isRepairOfNamed("Fixed the mapping of the export and added a test", question))
    #expect(!IncidentAnswer.isRepairOfNamed("Renamed the field names after the sensors", question))
  }

  @Test func whatAFingerPointsAtStandsElsewhere() {
    func points(_ text: String) -> Bool {
      IncidentAnswer.pointsAway(text, from: "“Gauge down”: what was the cause?")
    }
    #expect(points("The new pump could not find this table, since it looked for another name"))
    #expect(!points("The new pump moved the tide table, and the relay could not find this table"))
    #expect(points("We emptied the queue and changed the pods"))
    #expect(!points("We emptied the queue and restarted the pods"))
  }

  /// What somebody thought, or should have known, is no cause; "some monitoring" is no measure.
  @Test(arguments: [
    ("Poor understanding of the relay and its lamps, the horn among them", CardKind.cause),
    ("Thought that the same lamp was used for the pier and for the mill", .cause),
    ("Add some monitoring to the pump", .prevention),
  ])
  func whatSaysNothingThatCouldBeCheckedCountsLess(answer: String, kind: CardKind) throws {
    func score(_ answer: String) throws -> Double {
      let heading = kind == .cause ? "Root cause" : "Action items"
      let rest = "## Resolution\n\nWe moved all boats to the old pier and closed the gate.\n"
      let report = "# Incident: pump down\n\n## \(heading)\n\n- \(answer)\n\n\(rest)"
      let text = try SourceText(Array(report.utf8))
      guard
        case .report(let read) = IncidentReport.read(
          text, FrontMatter(), path: "/pier/postmortem.md", isChosen: true)
      else {
        return 1
      }
      return read.incidents.flatMap { $0.drafts() }.first { $0.kind == kind }?.score ?? 0
    }
    let weak = try score(answer)
    #expect(weak < 0.5)
  }

  @Test func handlesInCodeNamePeople() {
    #expect(IncidentItem.isPersonal("`@pier` Confirms that the lamp is dark"))
    #expect(IncidentItem.isPersonal("Found on Saturday by `@pier` and `@mole` after a long search"))
    #expect(!IncidentItem.isPersonal("The page set `@media print` for all screens"))
    #expect(!IncidentItem.isPersonal("The logs of the pump show nothing"))
    #expect(IncidentItem.isPersonal("Kim logs in and restarts it"))
  }

  @Test func noSentenceIsMadeOfAScriptWithoutSpaces() {
    #expect(!IncidentStatement.isSaying("水門が閉じたままだった原因は、鍵の期限切れでした。"))
    #expect(IncidentStatement.isSaying("The sign 水門 was painted over"))
  }

  @Test func whatWasDoneWithoutHelpIsNoEnd() {
    #expect(IncidentGates.isNoHelp("This does not resolve the problem."))
    #expect(!IncidentGates.isNoHelp("This resolves the problem."))
    #expect(IncidentGates.tellsOfReturn("The same error recurred on both nights."))
  }

  @Test func whatIsNotTheCauseIsNoCause() {
    #expect(
      IncidentGates.isNoCause("The flood was not caused by the new gate, but by a change that came with it"))
    #expect(IncidentGates.isNoCause("The harbour was shut for a day due to this incident"))
    #expect(!IncidentGates.isNoCause("The cause of this incident was a gate that opens at noon"))
  }

  @Test func aStepOfTheSearchGaveNothingAway() {
    #expect(IncidentGates.isNoSign("Restarted the relay, and the logs showed that it was still dark"))
    #expect(!IncidentGates.isNoSign("The logs showed that the relay asks for a key of last year"))
  }

  @Test func aSentenceThatBreaksOffBehindNotNeedsTheOneBefore() {
    #expect(IncidentStanding.dangles("The boats of the other pier are not."))
    #expect(!IncidentStanding.dangles("The boats of the pier are moored; those of the quay are not."))
    #expect(!IncidentStanding.dangles("The boats of the other pier are not moored."))
    #expect(IncidentStanding.dangles("Two issues compounding, plus one of its own."))
  }

  @Test func aChangeThatWasToPreventSomethingIsNoCause() {
    #expect(IncidentGates.isNoCause("The harbour had a new gate, aimed at preventing floods"))
    #expect(!IncidentGates.isNoCause("The new gate had no lock, which led to a flood"))
  }

  @Test func whatSomebodyDidWasNotSeen() {
    #expect(IncidentGates.opensWithDeed(ofSomeone: "The owner disabled the pump by hand"))
    #expect(!IncidentGates.opensWithDeed(ofSomeone: "The pump of the lock stays dark"))
  }

  @Test func whatWasEliminatedDidNotContribute() {
    #expect(IncidentGates.isNoFactor("Wrong keys: eliminated, all gates open with them"))
    #expect(!IncidentGates.isNoFactor("Wrong keys were kept in the box of the gate"))
    #expect(IncidentGates.isNoFactor("Fix applied: the keys are kept in the office"))
    #expect(IncidentTitle.isGeneral("Txt"))
  }
}
