/// Which decision records speak of which: by the name of a file, or by a number as people write it.
package enum RecordMentions {
  package struct Document: Sendable {
    let path: String
    let number: Int?
    let text: String

    package init(path: String, number: String?, text: String) {
      self.path = path
      self.number = number.flatMap { Int($0) }
      self.text = text
    }
  }

  /// For each document how many of the others mention it. A number that several have means none of them.
  package static func counts(_ documents: [Document]) -> [Int] {
    var byNumber: [Int: Int?] = [:]
    var byName: [String: Int?] = [:]
    for (index, document) in documents.enumerated() {
      if let number = document.number {
        byNumber[number] = .some(byNumber[number] == nil ? index : nil)
      }
      let name = name(document.path)
      byName[name] = .some(byName[name] == nil ? index : nil)
    }
    var counts = [Int](repeating: 0, count: documents.count)
    for (index, document) in documents.enumerated() {
      var named: Set<Int> = []
      for word in words(document.text) {
        if let found = byName[stem(word)] ?? nil { named.insert(found) }
      }
      for number in numbers(document.text) {
        if let found = byNumber[number] ?? nil { named.insert(found) }
      }
      for target in named where target != index { counts[target] += 1 }
    }
    return counts
  }

  private static func name(_ path: String) -> String {
    stem((path.split(separator: "/").last.map(String.init) ?? path).lowercased())
  }

  private static func stem(_ name: String) -> String {
    for end in [".md", ".markdown", ".rst", ".adoc", ".txt"] where name.hasSuffix(end) {
      return String(name.dropLast(end.count))
    }
    return name
  }

  /// The pieces of a text that could be the name of a file.
  private static func words(_ text: String) -> Set<String> {
    let pieces = text.lowercased().split { !($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    return Set(pieces.map { String($0).trimmingDots }.filter { $0.count > 5 })
  }

  /// `ADR-0007`, `ADR 7`, `decision 0007`, `record 7`.
  private static func numbers(_ text: String) -> Set<Int> {
    let pieces = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    var found: Set<Int> = []
    for (index, word) in pieces.enumerated() where signs.contains(String(word)) && index + 1 < pieces.count {
      let next = pieces[index + 1]
      if next.count <= 5, let number = Int(next) { found.insert(number) }
    }
    return found
  }

  private static let signs: Set<String> = ["adr", "decision", "record", "rfc", "madr"]
}

extension String {
  fileprivate var trimmingDots: String {
    var slice = self[...]
    while slice.last == "." { slice = slice.dropLast() }
    return String(slice)
  }
}
