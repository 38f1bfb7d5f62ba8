import Foundation
import Terminal
import TestSupport
import Testing
import Writing

@Suite struct JSONTests {
  private static let nasty = [
    "", "plain", "\"", "\\", "\\u0041", "\u{0}", "\u{8}\u{c}", "a\nb\r\nc\t", "\u{1b}[31m", "\u{7f}",
    "\u{9b}2J",
    "\u{202e}gnp.exe", "\u{2028}\u{2029}", "\u{feff}", "\u{61c}\u{200e}\u{2066}", "é e\u{301} 漢字 🙂 👩‍👩‍👧",
    "\u{fff9}note\u{fffb}", "\u{e0041}\u{e007f}", "\u{10ffff}", "</script>", "\u{d7ff}\u{e000}",
  ]

  private func random(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0..<30, using: &random) {
      if Bool.random(using: &random) {
        text += Self.nasty.randomElement(using: &random) ?? ""
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0..<0x110000, using: &random)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private func texts() -> [String] {
    var random = SeededGenerator(seed: 1)
    return Self.nasty + (0..<1000).map { _ in self.random(&random) }
  }

  private func parsed(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  @Test func textComesBackFromAnyReaderScalarByScalar() throws {
    for text in texts() {
      // Within an array: a reader may take a mark of byte order at the very beginning for its own.
      let back = try #require(try parsed(JSON.array([.string(text)]).text) as? [String])
      #expect(back.count == 1)
      #expect(back[0].unicodeScalars.elementsEqual(text.unicodeScalars), "\(text.debugDescription)")
    }
  }

  /// One line, whatever is in it: a reader may take a file line by line.
  @Test func aValueIsOneLineThatIsSafeToLookAt() {
    for text in texts() {
      let json = JSON.object([(text, .string(text))]).text
      #expect(!json.unicodeScalars.contains { $0 == "\n" || $0 == "\t" })
      // What the funnel would have to change on a terminal would no longer be what was written.
      #expect(json.unicodeScalars.allSatisfy(SafeText.isAllowed), "\(text.debugDescription)")
    }
  }

  @Test(arguments: [
    (JSON.null, "null"), (.bool(true), "true"), (.bool(false), "false"), (.int(0), "0"), (.int(-7), "-7"),
    (.int(.max), "9223372036854775807"), (.int(.min), "-9223372036854775808"), (.double(1), "1"),
    (.double(2.5), "2.5"), (.double(-0.25), "-0.25"), (.double(.nan), "null"), (.double(.infinity), "null"),
    (.double(-.infinity), "null"), (.string("a\"b\\c\n\r\t"), "\"a\\\"b\\\\c\\n\\r\\t\""),
    (.string("\u{0}\u{1b}\u{7f}\u{9b}"), "\"\\u0000\\u001b\\u007f\\u009b\""), (.array([]), "[]"),
    (.object([]), "{}"), (.array([.int(1), .array([.null])]), "[1,[null]]"),
    (.object([("b", .int(1)), ("a", .int(2))]), "{\"b\":1,\"a\":2}"),
    (JSON(String?.none), "null"), (JSON("x" as String?), "\"x\""), (JSON(Int?.none), "null"),
    (JSON(3 as Int?), "3"), (JSON(Double?.none), "null"), (JSON(0.5 as Double?), "0.5"),
    (JSON(strings: ["a", ""]), "[\"a\",\"\"]"),
  ])
  func valuesAreWrittenAsTheStandardSays(value: JSON, text: String) {
    #expect(value.text == text)
  }

  @Test func numbersComeBackExactly() {
    var random = SeededGenerator(seed: 2)
    let edges: [Double] = [
      0, 1e-7, 1e16, 1e22, .leastNonzeroMagnitude, 1.7976931348623157e308, 0.1, 1 / 3, 100, -1e-300,
      123_456_789.125,
    ]
    let others = (0..<2000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
    for number in edges + others {
      let text = JSON.double(number).text
      // Not by a JSON reader: most of them round once more than they should.
      #expect(Double(text) == number, "\(text)")
      #expect(isNumber(text), "\(text)")
    }
  }

  /// The grammar of RFC 8259 for numbers, which is stricter than most readers.
  private func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil
  }

  @Test func wholeStructuresComeBack() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let (json, foundation) = structure(&random, depth: 0)
      let back = try parsed(JSON.array([json]).text)
      #expect(NSArray(array: [foundation]).isEqual(back))
    }
  }

  /// The same structure as this writer has it and as the reader should give it.
  private func structure(_ random: inout SeededGenerator, depth: Int) -> (JSON, NSObject) {
    switch Int.random(in: 0..<(depth < 4 ? 6 : 4), using: &random) {
    case 0: return (.null, NSNull())
    case 1:
      let number = Int.random(in: -1000...1000, using: &random)
      return (.int(number), NSNumber(value: number))
    case 2, 3:
      let text = self.random(&random)
      return (.string(text), NSString(string: text))
    case 4:
      let parts = (0..<Int.random(in: 0..<4, using: &random)).map { _ in structure(&random, depth: depth + 1)
      }
      return (.array(parts.map(\.0)), NSArray(array: parts.map(\.1)))
    default:
      let parts = (0..<Int.random(in: 0..<4, using: &random)).map {
        ("key \($0)", structure(&random, depth: depth + 1))
      }
      let dictionary = Dictionary(uniqueKeysWithValues: parts.map { ($0.0, $0.1.1) })
      return (.object(parts.map { ($0.0, $0.1.0) }), NSDictionary(dictionary: dictionary))
    }
  }

  @Test func valuesAreTheSameWhenTheirTextIs() {
    #expect(JSON.object([("a", .int(1))]) == .object([("a", .double(1))]))
    #expect(JSON.object([("a", .int(1)), ("b", .null)]) != .object([("b", .null), ("a", .int(1))]))
  }
}
