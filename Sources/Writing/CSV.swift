/// Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet.
package enum CSV {
  /// One row with its line end.
  package static func row(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  /// A field that a spreadsheet would take for a formula gets an apostrophe in front; so does one that begins
  /// with an apostrophe before such a sign, so that `unguarded` gives back exactly what was there.
  static func field(_ text: String) -> String {
    let guarded = isFormula(text) ? "'" + text : text
    let special: Set<Unicode.Scalar> = [",", "\"", "\n", "\r"]
    guard
      guarded.unicodeScalars.contains(where: special.contains) || guarded.first == " " || guarded.last == " "
    else { return guarded }
    var quoted = "\""
    for scalar in guarded.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Takes the guard away again.
  package static func unguarded(_ field: String) -> String {
    guard field.unicodeScalars.first == "'" else { return field }
    let rest = String(field.unicodeScalars.dropFirst())
    return isFormula(rest) ? rest : field
  }

  private static func isFormula(_ text: String) -> Bool {
    let body = text.unicodeScalars.drop { $0 == "'" }
    guard let first = body.first else { return false }
    // Spreadsheets skip leading white space, and know the full-width signs.
    let visible = body.first { !($0 == " " || $0 == "\u{a0}") } ?? first
    return ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%"].contains(visible)
  }
}
