/// Text as its author meant it, whatever the width of their editor.
package enum Prose {
  /// Joins lines that only a full line had parted, as Markdown does. Lists, headings, quotations, tables, code and
  /// indented lines keep their lines.
  package static func unwrapped(_ text: String) -> String {
    var result: [String] = []
    var inCode = false
    var mayGoOn = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let body = line.drop { $0 == " " }
      let isFence = body.hasPrefix("```") || body.hasPrefix("~~~")
      let isProse =
        !inCode && !isFence && !body.isEmpty && line.utf8.count - body.utf8.count < 4 && !startsAnew(body)
      if isProse, mayGoOn, !result.isEmpty {
        result[result.count - 1] += " " + body
      } else {
        result.append(String(line))
      }
      if isFence { inCode.toggle() }
      mayGoOn = !inCode && !isFence && !body.isEmpty && !"#|>".contains(body.first ?? " ")
    }
    return result.joined(separator: "\n")
  }

  /// A list item, a heading, a quotation, a table's row.
  private static func startsAnew(_ body: Substring) -> Bool {
    guard let first = body.first else { return true }
    if "#>|".contains(first) { return true }
    if "-*+•".contains(first), body.dropFirst().first == " " { return true }
    let digits = body.prefix { $0.isNumber }
    return !digits.isEmpty && digits.count <= 3 && [".", ")"].contains(body.dropFirst(digits.count).first)
  }
}
