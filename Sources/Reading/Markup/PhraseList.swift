/// Phrases that are looked for in texts, all of them in one walk. Phrases are in lower case.
///
/// The walk is the one of Wu and Manber: the last two bytes of a window as long as the shortest phrase tell how far it
/// can move on before any phrase could fill it. So most bytes of a text are never looked at.
///
/// A class: whoever uses a list holds on to it, and of its tables each would be counted up and down by itself.
final class PhraseList: Sendable {
  /// The phrases one behind the other, those with the same first byte together.
  private let bytes: [UInt8]
  private let ends: [Int]
  /// For each byte the first of the phrases that begin with it; one more for the end.
  private let groups: [Int]
  /// For each first byte the second ones, by their last six bits. A capital counts as its small letter.
  private let seconds: [UInt64]
  /// How far the window moves on, by the pair of bytes at its end.
  private let steps: [UInt8]
  private let window: Int
  /// They count only as whole words of a text in which each word stands between spaces.
  private let isOfWords: Bool

  convenience init(_ phrases: [String]) { self.init(phrases, isOfWords: false) }

  convenience init(words phrases: [String]) { self.init(phrases.map { $0 + " " }, isOfWords: true) }

  private init(_ phrases: [String], isOfWords: Bool) {
    self.isOfWords = isOfWords
    let sorted = phrases.filter { !$0.isEmpty }.map { Array($0.utf8) }.sorted { $0[0] < $1[0] }
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var counts = [Int](repeating: 0, count: 257)
    var seconds = [UInt64](repeating: 0, count: 256)
    let shortest = sorted.map(\.count).min() ?? 0
    window = max(1, min(shortest, Int(UInt8.max)))
    var steps = [UInt8](repeating: UInt8(window - 1), count: Self.pairs)
    for phrase in sorted {
      bytes += phrase
      ends.append(bytes.count)
      counts[Int(phrase[0]) + 1] += 1
      let first = Int(phrase[0].folded)
      seconds[first] |= phrase.count < 2 ? .max : 1 << UInt64(phrase[1].folded & 63)
      for end in 1..<max(1, min(window, phrase.count)) {
        let pair = Self.pair(phrase[end - 1], phrase[end])
        steps[pair] = min(steps[pair], UInt8(window - 1 - end))
      }
    }
    for byte in 1..<257 { counts[byte] += counts[byte - 1] }
    self.bytes = bytes
    self.ends = ends
    self.seconds = seconds
    self.steps = steps
    groups = counts
  }

  /// Whether one stands in a text in lower case.
  func isIn(_ text: String) -> Bool { search(text, inAnyCase: false) { _ in true } }

  /// Whether one stands in a text as it was written.
  func isIn(anyCase text: String) -> Bool {
    text.isPlain ? search(text, inAnyCase: true) { _ in true } : isIn(text.lowercased())
  }

  /// How many different ones there are in a text in lower case.
  func count(in text: String) -> Int {
    var found: [Int] = []
    _ = search(text, inAnyCase: false) { index in
      if !found.contains(index) { found.append(index) }
      return false
    }
    return found.count
  }

  /// Whether a text in lower case begins with one of them.
  func begins(_ text: String) -> Bool { beginning(text, inAnyCase: false) != nil }

  /// Whether a text as it was written begins with one of them.
  func begins(anyCase text: String) -> Bool {
    guard let first = text.utf8.first, first >= 128 || seconds[Int(first.folded)] != 0 else { return false }
    return text.isPlain ? beginning(text, inAnyCase: true) != nil : begins(text.lowercased())
  }

  /// The same two for phrases without accents, whatever accents the text has.
  func isIn(unaccented text: String) -> Bool {
    text.isASCII ? search(text, inAnyCase: true) { _ in true } : isIn(PlainWords.unaccented(text))
  }

  func begins(unaccented text: String) -> Bool {
    guard let first = text.utf8.first, first >= 128 || seconds[Int(first.folded)] != 0 else { return false }
    return text.isASCII ? beginning(text, inAnyCase: true) != nil : begins(PlainWords.unaccented(text))
  }

  /// Whether the plain words of a text begin with one of them. Most texts need not be made plain for that.
  func begins(wordsOf text: String) -> Bool {
    mayBegin(wordsOf: text) && begins(PlainWords.normalized(text))
  }

  func mayBegin(wordsOf text: String) -> Bool {
    text.withBytes { mayBegin($0, 0) }
  }

  /// The same for each line of a text.
  func mayBegin(wordsOfLinesOf text: String) -> Bool {
    text.withBytes { bytes in
      if mayBegin(bytes, 0) { return true }
      for position in bytes.indices where bytes[position] == 10 {
        if mayBegin(bytes, position + 1) { return true }
      }
      return false
    }
  }

  private func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    var start = position
    while start < bytes.count, bytes[start] < 128, !bytes[start].isWordly {
      if bytes[start] == UInt8(ascii: "&") { return true }
      if bytes[start] == 10 { return false }
      start += 1
    }
    guard start < bytes.count else { return false }
    guard bytes[start] < 128 else { return true }
    let second = seconds[Int(bytes[start].folded)]
    guard start + 1 < bytes.count, bytes[start + 1].isWordly else { return second != 0 }
    return second & 1 << UInt64(bytes[start + 1].folded & 63) != 0
  }

  private func beginning(_ text: String, inAnyCase: Bool) -> Int? {
    text.withBytes { match(at: 0, of: $0, inAnyCase) }
  }

  /// Calls for each phrase and each place where it stands, until that says true.
  private func search(_ text: String, inAnyCase: Bool, _ found: (Int) -> Bool) -> Bool {
    text.withBytes { bytes in
      steps.withUnsafeBufferPointer { steps in
        // At the end of the window.
        var end = window - 1
        while end < bytes.count {
          let step = end > 0 ? Int(steps[Self.pair(bytes[end - 1], bytes[end])]) : 0
          if step > 0 {
            end += step
          } else if isFound(at: end + 1 - window, of: bytes, inAnyCase, found) {
            return true
          } else {
            end += 1
          }
        }
        return false
      }
    }
  }

  private func isFound(
    at position: Int, of bytes: UnsafeBufferPointer<UInt8>, _ inAnyCase: Bool, _ found: (Int) -> Bool
  ) -> Bool {
    guard !isOfWords || position == 0 || bytes[position - 1] == 32 else { return false }
    let first = Int(inAnyCase ? bytes[position].small : bytes[position])
    for index in groups[first]..<groups[first + 1] where matches(index, bytes, position, inAnyCase) {
      if found(index) { return true }
    }
    return false
  }

  private static let pairs = 1 << 12

  /// Two bytes as a number. A capital is its small letter; others can be the same too, which costs a look.
  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first.folded & 63) << 6 | Int(second.folded & 63)
  }

  private func match(at position: Int, of bytes: UnsafeBufferPointer<UInt8>, _ inAnyCase: Bool) -> Int? {
    guard position < bytes.count else { return nil }
    let first = Int(inAnyCase ? bytes[position].small : bytes[position])
    return (groups[first]..<groups[first + 1]).first { matches($0, bytes, position, inAnyCase) }
  }

  private func matches(
    _ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ position: Int, _ inAnyCase: Bool
  ) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    let count = ends[index] - start
    guard position + count <= text.count else { return false }
    for offset in 0..<count {
      let byte = text[position + offset]
      if (inAnyCase ? byte.small : byte) != bytes[start + offset] { return false }
    }
    return true
  }
}

extension UInt8 {
  /// A capital and its small letter are one, as are other signs that nobody mixes up in a text: for a first look.
  fileprivate var folded: UInt8 { self | 32 }
}

extension String {
  /// Whether there are at least so many words between spaces. Nobody has to count to the end to tell.
  func hasWords(_ limit: Int) -> Bool {
    guard utf8.count >= limit * 2 - 1 else { return false }
    return withBytes { bytes in
      var count = 0
      var wasBlank = true
      for byte in bytes {
        let isBlank = byte.isBlank
        if wasBlank, !isBlank {
          count += 1
          if count == limit { return true }
        }
        wasBlank = isBlank
      }
      return false
    }
  }

  /// Words between spaces.
  var wordCount: Int {
    withBytes { bytes in
      guard let first = bytes.first else { return 0 }
      var count = first.isBlank ? 0 : 1
      var start = 1
      while start < bytes.count {
        // Each pair of bytes by itself, and as many as a byte can count, so that many are told at a time.
        let end = min(start + Int(UInt8.max), bytes.count)
        var starts: UInt8 = 0
        for position in start..<end {
          let isStart = bytes[position - 1].isBlank && !bytes[position].isBlank
          starts &+= isStart ? 1 : 0
        }
        count += Int(starts)
        start = end
      }
      return count
    }
  }
}
