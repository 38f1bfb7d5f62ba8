/// What is left of HTML when the tags and comments are gone.
enum HTMLText {
  /// A comment, or a tag that HTML knows; `<command>` is neither.
  static func isTag(_ source: String) -> Bool {
    let name = source.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    return source.hasPrefix("<!") || source.hasPrefix("<?") || tags.contains(name)
  }

  private static let tags: Set<String> = [
    "a", "abbr", "b", "big", "blockquote", "br", "cite", "code", "dd", "del", "details", "dfn", "div", "dl",
    "dt", "em",
    "figcaption", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "iframe", "img", "input",
    "ins", "kbd",
    "label", "li", "mark", "ol", "p", "picture", "pre", "q", "s", "samp", "script", "section", "small",
    "source", "span",
    "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "th", "thead", "tr",
    "tt", "u",
    "ul", "var", "video", "wbr", "center", "nobr", "path", "button", "form", "object", "param", "embed",
    "audio",
  ]

  static func words(_ source: String) -> String {
    var result: [UInt8] = []
    var rest = Array(source.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "<") {
        let isComment = rest.starts(with: Array("<!--".utf8))
        rest = end(of: isComment ? Array("-->".utf8) : [UInt8(ascii: ">")], in: rest)
        result.append(32)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self).spacedWords.joined(
      separator: " ")
  }

  private static func end(of sign: [UInt8], in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    while !rest.isEmpty {
      if rest.starts(with: sign) { return rest.dropFirst(sign.count) }
      rest = rest.dropFirst()
    }
    return rest
  }
}
