import Recall
import Testing

@Suite struct WholeMarkingTests {
  private static let sections = [
    (question: "Why?", answer: "The gauge sleeps most of the time."),
    (question: "What must stay true?", answer: "Row numbers only ever grow."),
  ]

  private func suggestion(_ said: [String]) -> Int? {
    WholeMarking(zip(Self.sections, said).map { ($0.question, $0.answer, $1) }).suggestion?.value
  }

  @Test func everyPartCountsTheSame() {
    #expect(suggestion(Self.sections.map(\.answer)) == 5)
    #expect(suggestion(["", Self.sections[1].answer]) == 3)
    #expect(suggestion([Self.sections[0].answer, "something else entirely"]) == 3)
    #expect(suggestion(["no idea", "no idea"]) == 0)
  }

  @Test func nothingSaidIsNoGrade() {
    #expect(suggestion(["", " "]) == nil)
    #expect(WholeMarking([]).suggestion == nil)
  }
}
