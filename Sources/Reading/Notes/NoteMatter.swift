/// Writes front matter the way `FrontMatter` reads it, and readers of YAML too.
enum NoteMatter {
  static func line(_ key: String, _ value: String) -> String { "\(key): \(quoted(value))\n" }

  static func list(_ key: String, _ values: [String]) -> String {
    values.isEmpty ? "" : "\(key):\n" + values.map { "  - \(quoted($0))\n" }.joined()
  }

  private static func quoted(_ value: String) -> String {
    let text = value.onOneLine.withoutControls
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || " -_./,()".contains($0) }
    if isPlain, let first = text.first, first.isLetter || first.isNumber || "./_".contains(first),
      text == text.trimmed
    {
      return text
    }
    if !text.contains("'") { return "'\(text)'" }
    // A backslash means something between double quotes, and nothing here.
    if !text.contains("\""), !text.contains("\\") { return "\"\(text)\"" }
    return "'\(text.replacing("'", with: "’"))'"
  }
}
