/// A piece of a record that can be an answer: the author's own words, and the line where they stand.
struct Passage: Equatable, Sendable {
  var text: String
  let line: Int

  var wordCount: Int { text.split(whereSeparator: \.isWhitespace).count }
}

/// Cuts running text where sentences end, and nowhere else.
enum Sentences {
  static func split(_ text: String) -> [String] {
    var result: [String] = []
    var start = text.startIndex
    var inCode = false
    var depth = 0
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      let next = text.index(after: index)
      switch character {
      case "`": inCode.toggle()
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case ".", "!", "?", "…":
        if !inCode, depth == 0, ends(text, at: index, from: start) {
          var end = next
          while end < text.endIndex, "\"”»'’)".contains(text[end]) { end = text.index(after: end) }
          let sentence = String(text[start..<end]).trimmed
          if !sentence.isEmpty { result.append(sentence) }
          start = end
          index = end
          continue
        }
      default: break
      }
      index = next
    }
    let rest = String(text[start...]).trimmed
    if !rest.isEmpty { result.append(rest) }
    return result
  }

  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "etc", "vs", "cf", "approx", "no", "nr", "dr", "mr", "ms", "fig", "z.b", "d.h", "u.a",
    "bzw", "ca", "p.ex",
    "ex", "inc", "al", "resp", "ie", "eg", "st", "art", "sec", "v", "vgl", "ggf", "p", "incl", "max", "min",
    "aka", "a.k.a",
  ]

  private static func ends(_ text: String, at index: String.Index, from start: String.Index) -> Bool {
    var after = text.index(after: index)
    while after < text.endIndex, "\"”»'’)".contains(text[after]) { after = text.index(after: after) }
    guard after < text.endIndex else { return true }
    guard text[after].isWhitespace else { return false }
    while after < text.endIndex, text[after].isWhitespace { after = text.index(after: after) }
    guard after < text.endIndex else { return true }
    let next = text[after]
    guard !next.isLowercase else { return false }
    guard text[index] == "." else { return true }
    let before =
      text[start..<index].split(whereSeparator: { $0.isWhitespace || $0 == "(" }).last.map { $0.lowercased() }
      ?? ""
    return !abbreviations.contains(before) && !(before.count == 1 && before.first?.isLetter == true)
  }
}

/// The words that carry meaning, in a form in which they can be compared.
enum KeyWords {
  static func of(_ text: String) -> Set<String> {
    Set(
      PlainWords.normalized(text).split(separator: " ").map { stem(String($0)) }.filter {
        !common.contains($0) && $0.count > 1
      })
  }

  /// The share of the first text's words that stand in the second too.
  static func share(of text: String, in other: String) -> Double {
    let words = of(text)
    guard !words.isEmpty else { return 1 }
    return Double(words.intersection(of(other)).count) / Double(words.count)
  }

  /// "No nets" has the key words of "Nets", and is its opposite.
  static func isNegated(_ text: String) -> Bool {
    PlainWords.normalized(text).split(separator: " ").prefix(8).contains { negations.contains(String($0)) }
  }

  private static let negations: Set<String> = [
    "no", "not", "never", "without", "don", "kein", "keine", "keinen", "nicht", "ohne", "pas", "sans",
    "aucun",
    "aucune", "sin", "ningun", "ninguna", "nao", "sem",
  ]

  static func stem(_ word: String) -> String {
    guard word.count > 3 else { return word }
    for ending in ["ations", "ation", "ing", "ions", "ion", "ies", "ed", "es", "er", "s", "e", "y"]
    where word.hasSuffix(ending) && word.count - ending.count >= 3 {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static let common: Set<String> = Set(
    """
    a an the of to in on for with and or as at by from is are be been was were will would should shall can could may we our
    us it its this that these those they their there which who what when where how why not no do does did done has have had
    having use using used uses into than then so if but also any all each more most other such only same own very just about
    le la les un une des de du et ou en dans pour par sur avec que qui est sont nous notre nos ce cette ces il elle au aux ne
    pas plus der die das ein eine und oder zu zum zur im in mit von fur auf ist sind wir unser den dem des nicht el los las
    una unos y o en con por para que es son nosotros nuestro del al no um uma os as e do da dos das em com por para que nos
    nosso decid decision decide option new via let must make one two
    """.split(whereSeparator: \.isWhitespace).map { stem(String($0)) })
}
