/// Texts that templates come with and that nobody replaced.
enum Templates {
  static func isTemplateText(_ text: String) -> Bool { isMarked(text) || list.isIn(anyCase: text) }

  /// By its brackets.
  static func isMarked(_ text: String) -> Bool {
    let first = text.utf8.first
    if first == UInt8(ascii: "<") && text.hasSuffix(">") { return true }
    if first == UInt8(ascii: "{"), text.hasSuffix("}") { return true }
    if text.holds(UInt8(ascii: "{")), !text.holds(UInt8(ascii: "`")), let open = text.firstIndex(of: "{"),
      let end = text[open...].firstIndex(of: "}"), text[open..<end].contains(" "),
      // "TEST_BUCKET={name of the bucket}" tells what to set.
      text[..<open].last != "="
    {
      return true
    }
    return first == UInt8(ascii: "[") && (text.hasSuffix("]") || text.hasSuffix("]."))
      && !text.hasPrefix("[[_TOC_")
  }

  /// How many of a text's paragraphs are a template's.
  static func count(_ blocks: [Block]) -> Int {
    var count = 0
    for block in blocks {
      switch block {
      case .heading(_, let words, _), .paragraph(let words, _): if isTemplateText(words.flat) { count += 1 }
      case .list(let items, _, _): count += items.reduce(0) { $0 + self.count($1.blocks) }
      case .quote(let inner, _): count += self.count(inner)
      case .table(let rows, _): count += rows.joined().count { isTemplateText($0) }
      case .code, .rule: break
      }
    }
    return count
  }

  private static let list = PhraseList(phrases)
  static let phrases = [
    "what is the issue that we're seeing", "what is the change that we're proposing",
    "what becomes easier or more difficult",
    "describe the context and problem statement", "lorem ipsum", "short title of solved problem",
    "list everyone involved", "describe here", "a decision may be \"proposed\"",
    "a decision may be 'proposed'",
    "this section describes", "because argument a", "[argument a", "{argument a",
    "example | description | pointer",
    "the issue motivating this decision",
    "the change that we're proposing or have agreed", "[fill in", "{fill in", "<fill in", "please fill in",
    "[describe", "[argument", "[option 1",
    "what is the context of", "free form, e.g.", "only option, which meets k.o.",
    "improvement of quality attribute",
    "compromising quality attribute", "numbers of options can vary", "optional - to be removed",
    "to be filled",
    "xxxx-xx-xx",
  ]
}
