import Recall
import Testing

@Suite struct MarkingTests {
  private func suggestion(_ pair: AnswerPairs.Pair) -> Int {
    Marking(prompt: pair.prompt, answer: pair.answer, said: pair.said).suggestion?.value ?? 0
  }

  @Test func theSuggestedGradeIsNearTheJudgedOne() {
    let far = AnswerPairs.all.filter { abs(suggestion($0) - $0.judged) > 1 }
    let share = 1 - Double(far.count) / Double(AnswerPairs.all.count)
    for pair in far {
      print("far: judged \(pair.judged), suggested \(suggestion(pair)): \(pair.answer) | \(pair.said)")
    }
    print("marking: \(AnswerPairs.all.count - far.count) of \(AnswerPairs.all.count) within one grade")
    #expect(AnswerPairs.all.count >= 60)
    #expect(share >= 0.85)
  }

  @Test(arguments: AnswerPairs.all.filter { $0.kind == .negated })
  func theOppositeIsNeverSuggestedAsRecalledWell(pair: AnswerPairs.Pair) {
    #expect(suggestion(pair) <= 3, "\(pair.answer) | \(pair.said)")
  }
}
