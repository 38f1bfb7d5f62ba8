/// Phrases that are looked for in texts, all of them in one walk. Phrases are in lower case.
struct PhraseList: Sendable {
  /// The phrases one behind the other, those with the same first byte together.
  private let bytes: [UInt8]
  private let ends: [Int]
  /// For each byte the first of the phrases that begin with it; one more for the end.
  private let groups: [Int]
  /// For each first byte the second ones, by their last six bits. Nearly every place of a text is decided by this.
  private let seconds: [UInt64]
  /// The same of the third ones.
  private let thirds: [UInt64]
  /// They count only as whole words of a text in which each word stands between spaces.
  private let isOfWords: Bool

  init(_ phrases: [String]) { self.init(phrases, isOfWords: false) }

  init(words phrases: [String]) { self.init(phrases.map { $0 + " " }, isOfWords: true) }

  private init(_ phrases: [String], isOfWords: Bool) {
    self.isOfWords = isOfWords
    let sorted = phrases.filter { !$0.isEmpty }.map { Array($0.utf8) }.sorted { $0[0] < $1[0] }
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var counts = [Int](repeating: 0, count: 257)
    var seconds = [UInt64](repeating: 0, count: 256)
    var thirds = seconds
    for phrase in sorted {
      bytes += phrase
      ends.append(bytes.count)
      counts[Int(phrase[0]) + 1] += 1
      seconds[Int(phrase[0])] |= phrase.count < 2 ? .max : 1 << UInt64(phrase[1] & 63)
      thirds[Int(phrase[0])] |= phrase.count < 3 ? .max : 1 << UInt64(phrase[2] & 63)
    }
    for byte in 1..<257 { counts[byte] += counts[byte - 1] }
    self.bytes = bytes
    self.ends = ends
    self.seconds = seconds
    self.thirds = thirds
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
    guard let first = text.utf8.first, first >= 128 || seconds[Int(first.small)] != 0 else { return false }
    return text.isPlain ? beginning(text, inAnyCase: true) != nil : begins(text.lowercased())
  }

  /// Whether the plain words of a text begin with one of them. Most texts need not be made plain for that.
  func begins(wordsOf text: String) -> Bool {
    mayBegin(wordsOf: text) && begins(PlainWords.normalized(text))
  }

  func mayBegin(wordsOf text: String) -> Bool {
    var text = text
    return text.withUTF8 { mayBegin($0, 0) }
  }

  /// The same for each line of a text.
  func mayBegin(wordsOfLinesOf text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
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
    let second = seconds[Int(bytes[start].small)]
    guard start + 1 < bytes.count, bytes[start + 1].isWordly else { return second != 0 }
    return second & 1 << UInt64(bytes[start + 1].small & 63) != 0
  }

  /// Whether a word is one of them.
  func isOne(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    return (groups[Int(first)]..<groups[Int(first) + 1]).contains {
      ends[$0] - ($0 == 0 ? 0 : ends[$0 - 1]) == word.count && matches($0, word, 0, false)
    }
  }

  private func beginning(_ text: String, inAnyCase: Bool) -> Int? {
    var text = text
    return text.withUTF8 { match(at: 0, of: $0, inAnyCase) }
  }

  /// Calls for each phrase and each place where it stands, until that says true.
  private func search(_ text: String, inAnyCase: Bool, _ found: (Int) -> Bool) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      seconds.withUnsafeBufferPointer { seconds in
        var second = bytes.first.map { inAnyCase ? $0.small : $0 } ?? 0
        var before: UInt8 = 32
        for position in bytes.indices {
          let first = second
          let next = position + 1 < bytes.count ? bytes[position + 1] : 0
          second = inAnyCase ? next.small : next
          let isStart = !isOfWords || before == 32
          before = first
          guard isStart, seconds[Int(first)] & 1 << UInt64(second & 63) != 0 else { continue }
          if position + 2 < bytes.count {
            let third = inAnyCase ? bytes[position + 2].small : bytes[position + 2]
            guard thirds[Int(first)] & 1 << UInt64(third & 63) != 0 else { continue }
          }
          for index in groups[Int(first)]..<groups[Int(first) + 1]
          where matches(index, bytes, position, inAnyCase) {
            if found(index) { return true }
          }
        }
        return false
      }
    }
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

extension String {
  /// Words between spaces.
  var wordCount: Int {
    var text = self
    return text.withUTF8 { bytes in
      var count = 0
      var isInWord = false
      for byte in bytes {
        let isWord = !byte.isBlank
        if isWord, !isInWord { count += 1 }
        isInWord = isWord
      }
      return count
    }
  }
}
