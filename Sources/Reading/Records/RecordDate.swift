package import Recall

/// The dates that people write into records. What could be read in two ways, such as 03/04/2021, is not read.
package enum RecordDate {
  package static func day(_ text: String) -> CivilDate? {
    // Each has a year in it.
    guard text.utf8.contains(where: \.isDigit) else { return nil }
    let words = PlainWords.normalized(text).spacedWords.map(String.init)
    for start in words.indices {
      guard let date = date(Array(words[start...].prefix(5))) else { continue }
      return date
    }
    return nil
  }

  private static func date(_ parts: [String]) -> CivilDate? {
    // "12 de febrero de 2024"
    let parts = Array(parts.filter { $0 != "de" && $0 != "of" && $0 != "do" }.prefix(3))
    guard parts.count == 3 else { return nil }
    if let year = year(parts[0]), let month = Int(parts[1]), let day = Int(parts[2].prefix(2)) {
      return CivilDate(year: year, month: month, day: day)
    }
    guard let year = year(parts[2]) else { return nil }
    if let day = Int(parts[0].prefix { $0.isNumber }), let month = month(parts[1]) {
      return CivilDate(year: year, month: month, day: day)
    }
    if let month = month(parts[0]), let day = Int(parts[1].prefix { $0.isNumber }) {
      return CivilDate(year: year, month: month, day: day)
    }
    return nil
  }

  private static func year(_ text: String) -> Int? {
    guard text.count == 4, let year = Int(text), (1970...2200).contains(year) else { return nil }
    return year
  }

  private static func month(_ text: String) -> Int? {
    guard text.count >= 3 else { return nil }
    return months.firstIndex { names in names.contains { $0.hasPrefix(text) } }.map { $0 + 1 }
  }

  /// English, French, German, Spanish and Portuguese, without accents. Beginnings that two months share, such as the
  /// French "jui", are those of the first.
  private static let months: [[String]] = [
    ["january", "janvier", "januar", "enero", "janeiro"],
    ["february", "fevrier", "februar", "febrero", "fevereiro"],
    ["march", "mars", "marz", "marco"], ["april", "avril", "abril"], ["may", "mai", "mayo", "maio"],
    ["june", "juin", "juni", "junio", "junho"], ["july", "juillet", "juli", "julio", "julho"],
    ["august", "aout", "agosto"], ["september", "septembre", "septiembre", "setembro"],
    ["october", "octobre", "oktober", "octubre", "outubro"],
    ["november", "novembre", "noviembre", "novembro"],
    ["december", "decembre", "dezember", "diciembre", "dezembro"],
  ]
}
