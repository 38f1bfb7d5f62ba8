/// Takes the markup from the words of one paragraph.
struct RestructuredInline {
  private let bytes: [UInt8]
  private(set) var targets: RestructuredTargets
  private var at = 0
  private var out: [UInt8] = []
  private var links: [Link] = []
  private var boldStart = ""
  private var signs: RestructuredSigns

  init(_ bytes: [UInt8], _ targets: RestructuredTargets) {
    self.bytes = bytes
    self.targets = targets
    signs = RestructuredSigns(bytes: bytes)
  }

  mutating func read() -> Inline {
    out.reserveCapacity(bytes.count)
    while at < bytes.count {
      let byte = bytes[at]
      if signs.isWord(byte) {
        word()
      } else if byte == UInt8(ascii: "\\") {
        // An escaped space is there to part words for the markup, and is not shown.
        if at + 1 < bytes.count, !Sign.isSpace(bytes[at + 1]) { out.append(bytes[at + 1]) }
        at += 2
      } else if !markup(byte) {
        out.append(byte)
        at += 1
      }
    }
    let text = String(decoding: out, as: UTF8.self).trimmed
    return Inline(text: text, links: links, boldStart: text.hasPrefix(boldStart) ? boldStart : "")
  }

  // MARK: Kinds of markup

  private mutating func markup(_ sign: UInt8) -> Bool {
    let isDouble = signs.byte(at + 1) == sign
    switch sign {
    case UInt8(ascii: "*"): return isDouble ? strong() : emphasis()
    case UInt8(ascii: "`"): return isDouble ? literal() : phrase(from: at, role: nil)
    case UInt8(ascii: "|"): return substitution()
    case UInt8(ascii: "["): return footnote()
    case UInt8(ascii: "_") where signs.byte(at + 1) == UInt8(ascii: "`"): return inlineTarget()
    case UInt8(ascii: ":"):
      guard signs.begins(at, length: 1), let end = signs.roleEnd(at), signs.byte(end) == UInt8(ascii: "`")
      else { return false }
      return phrase(from: end, role: String(decoding: bytes[at + 1..<end - 1], as: UTF8.self))
    default: return false
    }
  }

  private mutating func strong() -> Bool {
    guard signs.begins(at, length: 2), let end = signs.end(of: .strong, from: at + 2) else { return false }
    let words = unescaped(at + 2..<end.lowerBound)
    if out.isEmpty { boldStart = words.trimmed }
    return replace(through: end, by: words)
  }

  private mutating func emphasis() -> Bool {
    guard signs.begins(at, length: 1), let end = signs.end(of: .emphasis, from: at + 1) else { return false }
    return replace(through: end, by: unescaped(at + 1..<end.lowerBound))
  }

  private mutating func literal() -> Bool {
    guard signs.begins(at, length: 2), let end = signs.end(of: .literal, from: at + 2) else { return false }
    return replace(
      through: end, by: "`" + String(decoding: bytes[at + 2..<end.lowerBound], as: UTF8.self) + "`")
  }

  private mutating func substitution() -> Bool {
    guard signs.begins(at, length: 1), let end = signs.end(of: .substitution, from: at + 1) else {
      return false
    }
    let name = unescaped(at + 1..<end.lowerBound)
    if end.count > 1, let target = targets.target(of: name) { links.append(Link(text: name, target: target)) }
    return replace(through: end, by: name)
  }

  /// A note's number is no part of the sentence, and neither is the space before it.
  private mutating func footnote() -> Bool {
    guard signs.begins(at, length: 1) else { return false }
    var end = at + 1
    while let next = signs.byte(end), end - at < RestructuredSigns.longestName,
      Sign.isAlphanumeric(next) || "-_.+:#*".utf8.contains(next)
    {
      end += 1
    }
    guard end > at + 1, signs.byte(end) == UInt8(ascii: "]"), signs.byte(end + 1) == UInt8(ascii: "_"),
      signs.ends(end + 2)
    else {
      return false
    }
    if out.last == 32 { out.removeLast() }
    at = end + 2
    return true
  }

  private mutating func inlineTarget() -> Bool {
    guard signs.begins(at, length: 2), let end = signs.end(of: .phrase, from: at + 2) else { return false }
    return replace(through: end, by: unescaped(at + 2..<end.lowerBound))
  }

  /// What stands in single backticks, once it is known what they are for.
  private mutating func phrase(from start: Int, role: String?) -> Bool {
    guard role != nil || signs.begins(start, length: 1), let next = signs.byte(start + 1),
      !Sign.isSpace(next),
      let end = signs.end(of: .phrase, from: start + 1)
    else { return false }
    let content = start + 1..<end.lowerBound
    let tail = end.lowerBound + 1..<end.upperBound
    if role == nil, bytes[tail].first == UInt8(ascii: "_") {
      return reference(content, isAnonymous: tail.count == 2, through: end)
    }
    let isRoleBehind = bytes[tail].first == UInt8(ascii: ":")
    let behind = isRoleBehind ? String(decoding: bytes[tail].dropFirst().dropLast(), as: UTF8.self) : nil
    guard let role = role ?? behind else {
      // By itself it names a title; most who write it mean code.
      return replace(through: end, by: "`" + unescaped(content) + "`")
    }
    let (text, target) = parts(content)
    switch role.split(separator: ":").last {
    case "doc", "ref":
      links.append(Link(text: text, target: target ?? text))
      return replace(through: end, by: text)
    case "code", "literal": return replace(through: end, by: "`" + unescaped(content) + "`")
    case "rfc", "pep": return replace(through: end, by: role.uppercased() + " " + text)
    case "strong" where out.isEmpty:
      boldStart = text
      return replace(through: end, by: text)
    default: return replace(through: end, by: text)
    }
  }

  private mutating func reference(_ content: Range<Int>, isAnonymous: Bool, through end: Range<Int>) -> Bool {
    let (text, address) = parts(content)
    let target: String?
    if let address {
      let alias = address.last == "_" ? targets.target(of: String(address.dropLast())) : nil
      target = alias ?? address
    } else {
      target = isAnonymous ? targets.takeAnonymous() : targets.target(of: text)
    }
    if let target { links.append(Link(text: text, target: target)) }
    return replace(through: end, by: text)
  }

  /// The two parts of `text <target>`.
  private func parts(_ content: Range<Int>) -> (text: String, target: String?) {
    if bytes[content].last == UInt8(ascii: ">"),
      let open = bytes[content].lastIndex(of: UInt8(ascii: "<")), open + 2 < content.upperBound,
      open == content.lowerBound || Sign.isSpace(bytes[open - 1])
    {
      let target = unescaped(open + 1..<content.upperBound - 1).filter { !$0.isWhitespace }
      let text = unescaped(content.lowerBound..<open).trimmed
      return (text.isEmpty ? target : text, target)
    }
    return (unescaped(content), nil)
  }

  private func unescaped(_ range: Range<Int>) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 1
        guard index < range.upperBound else { break }
        if !Sign.isSpace(bytes[index]) { plain.append(bytes[index]) }
      } else {
        plain.append(bytes[index])
      }
      index += 1
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private mutating func replace(through end: Range<Int>, by text: String) -> Bool {
    out += text.utf8
    at = end.upperBound
    return true
  }

  // MARK: Words

  /// A word is taken whole, so that a sign within it is no markup. It may be a name that leads somewhere.
  private mutating func word() {
    let start = at
    var end = at + 1
    while let next = signs.byte(end) {
      if signs.isWord(next) {
        end += 1
      } else if "-_.+".utf8.contains(next), let after = signs.byte(end + 1), signs.isWord(after) {
        end += 2
      } else {
        break
      }
    }
    at = end
    if signs.byte(end) == UInt8(ascii: ":"), signs.byte(end + 1) == UInt8(ascii: "/"), address(from: start) {
      return
    }
    out += bytes[start..<end]
    guard signs.byte(end) == UInt8(ascii: "_"), start == 0 || signs.begins(start, length: 0) else { return }
    let isAnonymous = signs.byte(end + 1) == UInt8(ascii: "_")
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    let behind = end + (isAnonymous ? 2 : 1)
    guard signs.ends(behind) else { return }
    // Names that end so without leading anywhere are the names of things in code.
    guard let target = isAnonymous ? targets.takeAnonymous() : targets.target(of: name) else { return }
    links.append(Link(text: name, target: target))
    at = behind
  }

  /// An address on the web that stands in the text by itself.
  private mutating func address(from start: Int) -> Bool {
    let scheme = bytes[start..<at]
    guard scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8),
      signs.byte(at + 2) == UInt8(ascii: "/"), let first = signs.byte(at + 3), signs.isWord(first)
    else { return false }
    var end = at + 3
    var opens = false
    while let next = signs.byte(end), !Sign.isSpace(next), !"<>\"`\\".utf8.contains(next) {
      if next == UInt8(ascii: "(") { opens = true }
      end += 1
    }
    while let last = signs.byte(end - 1),
      ".,;:!?'*]}".utf8.contains(last) || last == UInt8(ascii: ")") && !opens
    {
      end -= 1
    }
    let address = String(decoding: bytes[start..<end], as: UTF8.self)
    links.append(Link(text: address, target: address))
    out += address.utf8
    at = end
    return true
  }
}
