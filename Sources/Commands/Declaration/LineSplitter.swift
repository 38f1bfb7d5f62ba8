/// Splits a line into words the way a shell does, as far as people rely on it: spaces, both quotes, backslashes.
package enum LineSplitter {
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
