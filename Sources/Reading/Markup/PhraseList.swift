/// Phrases that are looked for in texts, all of them in one walk. Texts and phrases are in lower case.
struct PhraseList: Sendable {
  private let phrases: [[UInt8]]
  /// For each byte the phrases that begin with it.
  private let starting: [[Int]]

  init(_ phrases: [String]) {
    self.phrases = phrases.map { Array($0.utf8) }
    var starting = [[Int]](repeating: [], count: 256)
    for (index, phrase) in self.phrases.enumerated() {
      if let first = phrase.first { starting[Int(first)].append(index) }
    }
    self.starting = starting
  }

  func isIn(_ text: String) -> Bool { walk(text) { _ in true } }

  /// How many different ones there are in a text.
  func count(in text: String) -> Int {
    var found: Set<Int> = []
    _ = walk(text) { index in
      found.insert(index)
      return false
    }
    return found.count
  }

  /// Whether a text begins with one of them.
  func begins(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first else { return false }
      return starting[Int(first)].contains { matches(phrases[$0], bytes, 0) }
    }
  }

  /// Calls for each place where one stands, until that says true.
  private func walk(_ text: String, _ found: (Int) -> Bool) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for position in bytes.indices {
        for index in starting[Int(bytes[position])] where matches(phrases[index], bytes, position) {
          if found(index) { return true }
        }
      }
      return false
    }
  }

  private func matches(_ phrase: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    guard position + phrase.count <= bytes.count else { return false }
    for offset in phrase.indices where bytes[position + offset] != phrase[offset] { return false }
    return true
  }
}

extension String {
  /// Words between spaces.
  var wordCount: Int {
    var count = 0
    var isInWord = false
    for byte in utf8 {
      let isSpace = byte == 32 || (9...13).contains(byte)
      if !isSpace, !isInWord { count += 1 }
      isInWord = !isSpace
    }
    return count
  }
}
