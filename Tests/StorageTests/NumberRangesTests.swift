import Testing

@testable import Storage

@Suite struct NumberRangesTests {
  @Test(arguments: [
    ([], ""), ([4], "4"), ([1, 2, 3], "1-3"), ([9, 3, 4, 5, 7], "3-5 7 9"), ([2, 2, 3], "2-3"),
  ])
  func numbersInARowAreToldByTheirEnds(numbers: [Int], text: String) {
    #expect(NumberRanges(numbers).text == text)
    #expect(NumberRanges(text: text).all == Set(numbers).sorted())
  }

  @Test(arguments: ["x", "4-", "-", "5-3", "1-2-3", "7 y 9"]) func whatIsNoneIsLeftOut(text: String) {
    #expect(NumberRanges(text: text).all.allSatisfy { [4, 7, 9].contains($0) })
  }
}
