/// Where the names in a text lead. They may be given after their use, so they are collected before anything
/// is read.
struct RestructuredTargets {
  private var named: [String: String] = [:]
  private var anonymous: [String] = []
  private var nextAnonymous = 0

  init() {}

  init(_ reader: RestructuredReader) {
    // Names that have no address of their own stand for the next one that has.
    var waiting: [String] = []
    for (index, line) in reader.lines.enumerated() where !line.isBlank {
      let bytes = reader.bytes[line.start..<line.end]
      let name: String?
      var address: [UInt8]
      if bytes.starts(with: "__ ".utf8) {
        name = nil
        address = Array(bytes.dropFirst(3))
      } else if bytes.starts(with: ".. __:".utf8) {
        name = nil
        address = Array(bytes.dropFirst(6))
      } else if bytes.starts(with: ".. _".utf8), let end = Self.nameEnd(bytes.dropFirst(4)) {
        name = String(decoding: bytes[bytes.startIndex + 4..<end], as: UTF8.self)
        address = Array(bytes[(end + 1)...])
      } else {
        waiting.removeAll()
        continue
      }
      var last = index
      while last < index + 20, let next = reader.following(last), next.indent > line.indent {
        address += reader.bytes[next.start..<next.end]
        last += 1
      }
      address.removeAll(where: Sign.isSpace)
      let key = name.map {
        Self.key($0.first == "`" && $0.last == "`" ? String($0.dropFirst().dropLast()) : $0)
      }
      guard !address.isEmpty else {
        if let key {
          named[key] = "#" + key
          waiting.append(key)
        }
        continue
      }
      let target = String(decoding: address, as: UTF8.self)
      for name in waiting { named[name] = target }
      waiting.removeAll()
      if let key { named[key] = target } else { anonymous.append(target) }
    }
  }

  /// The colon behind a name; within backticks there may be others.
  private static func nameEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    var isQuoted = false
    var index = bytes.startIndex
    let end = min(bytes.endIndex, index + 500)
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "`"): isQuoted.toggle()
      case UInt8(ascii: ":")
      where !isQuoted && (index + 1 == bytes.endIndex || Sign.isSpace(bytes[index + 1])):
        return index
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Names are the same whatever their case and however they are wrapped.
  private static func key(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .filter { $0 != "\\" }
  }

  func target(of name: String) -> String? {
    var key = Self.key(name)
    // A name may stand for a name; a ring of them leads nowhere.
    for _ in 0..<8 {
      guard let target = named[key] else { return nil }
      guard target.last == "_" else { return target }
      key = Self.key(target.dropLast().filter { $0 != "`" })
      guard named[key] != nil else { return target }
    }
    return nil
  }

  mutating func takeAnonymous() -> String? {
    guard nextAnonymous < anonymous.count else { return nil }
    nextAnonymous += 1
    return anonymous[nextAnonymous - 1]
  }
}
