/// Splits a line into words the way a shell does, as far as people rely on it: spaces, both quotes, backslashes.
package enum LineSplitter {
  /// Whether a quotation mark is still to be closed.
  package static func isOpen(_ text: String) -> Bool {
    lines(text).last.map { (try? words($0)) == nil } ?? false
  }

  /// The command lines of a pasted text: a line end within quotes belongs to what is quoted.
  package static func lines(_ text: String) -> [String] {
    var lines = [""]
    var quote: Character?
    var isEscaped = false
    var isRemark = false
    for character in text {
      if character == "\n", quote == nil {
        lines.append("")
        isRemark = false
        continue
      }
      if character == "#", quote == nil, lines[lines.count - 1].last?.isWhitespace ?? true { isRemark = true }
      if isRemark { continue }
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = quote != "'"
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      }
      lines[lines.count - 1].append(character)
    }
    return lines
  }

  package static func words(_ line: String) throws(UsageError) -> [String] {
    var words: [String] = []
    var current = ""
    var hasWord = false
    var quote: Character?
    var characters = line.makeIterator()
    while let character = characters.next() {
      if let open = quote {
        if character == open {
          quote = nil
        } else if open == "\"", character == "\\" {
          guard let next = characters.next() else { break }
          if next == "n" {
            current.append("\n")
          } else {
            if next != "\"", next != "\\" { current.append("\\") }
            current.append(next)
          }
        } else {
          current.append(character)
        }
      } else if character == "\"" || character == "'" {
        quote = character
        hasWord = true
      } else if character == "\\" {
        if let next = characters.next() { current.append(next) }
        hasWord = true
      } else if character.isWhitespace {
        if hasWord { words.append(current) }
        current = ""
        hasWord = false
      } else if character == "#", !hasWord {
        break
      } else {
        current.append(character)
        hasWord = true
      }
    }
    if let quote { throw UsageError("the quotation mark \(quote) is never closed") }
    if hasWord { words.append(current) }
    return words
  }
}
