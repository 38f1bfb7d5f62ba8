import Testing

@testable import Hands

@Suite struct HandsTests {
  @Test(arguments: [0, 1, 15, 16, 17, 1000])
  func whatBecomesOfEachStandsWhereItStood(count: Int) {
    let elements = Array(0..<count)
    #expect(Hands.map(elements) { $0 * $0 } == elements.map { $0 * $0 })
  }

  @Test func handsCanAskForHands() {
    let sums = Hands.map(Array(0..<64)) { row in Hands.map(Array(0..<64)) { $0 * row }.reduce(0, +) }
    #expect(sums == (0..<64).map { $0 * 2016 })
  }
}
