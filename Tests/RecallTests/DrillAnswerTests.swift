import Recall
import Testing

@Suite struct DrillAnswerTests {
  @Test(arguments: [
    DrillAnswer(cause: "The pool was exhausted.", evidence: []),
    DrillAnswer(
      cause: "The pool was exhausted.\n\nBy retries.", evidence: ["Pods restart.", "Load\non the writer."]),
  ])
  func isReadAsItWasWritten(_ answer: DrillAnswer) {
    #expect(DrillAnswer(answer.text) == answer)
  }

  @Test func anAnswerThatItsOwnerRewroteIsACause() {
    #expect(DrillAnswer("Retries.\n- twice") == DrillAnswer(cause: "Retries.\n- twice", evidence: []))
  }
}

@Suite struct DrillQuestionTests {
  @Test func theSymptomIsFoundAgain() {
    let asked = DrillQuestion.text(symptom: "Orders hang.\nSince noon.")
    #expect(asked == "Orders hang.\nSince noon.\nWhat could it be?")
    #expect(DrillQuestion.symptom(in: asked) == "Orders hang.\nSince noon.")
    #expect(DrillQuestion.symptom(in: "Why do orders hang?") == "Why do orders hang?")
  }
}
