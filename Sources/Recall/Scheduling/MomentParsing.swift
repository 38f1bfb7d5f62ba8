extension Moment {
  /// Reads RFC 3339. `localOffset` tells the person's offset for an instant that is given in UTC (`Z`); an
  /// offset that is written out stands as it is.
  package init?(rfc3339 text: String, localOffset: (_ seconds: Int) -> Int) {
    let bytes = Array(text.utf8)
    var reader = DigitReader(bytes: bytes)
    guard
      let year = reader.number(digits: 4), reader.skip("-"),
      let month = reader.number(digits: 2), reader.skip("-"),
      let day = reader.number(digits: 2), reader.skip("T") || reader.skip("t") || reader.skip(" "),
      let hour = reader.number(digits: 2), reader.skip(":"),
      let minute = reader.number(digits: 2), reader.skip(":"),
      let second = reader.number(digits: 2),
      let date = CivilDate(year: year, month: month, day: day),
      hour < 24, minute < 60, second <= 60
    else { return nil }

    var milliseconds = 0
    if reader.skip(".") {
      let fraction = reader.digits()
      guard !fraction.isEmpty else { return nil }
      for place in 0..<3 {
        milliseconds = milliseconds * 10 + (place < fraction.count ? fraction[place] : 0)
      }
    }

    // A leap second is told as the second before it: every day here has 86,400.
    let local = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + min(second, 59)
    if reader.skip("Z") || reader.skip("z") {
      guard reader.isAtEnd else { return nil }
      self.init(milliseconds: local * 1000 + milliseconds, offset: localOffset(local))
      return
    }
    let sign: Int
    if reader.skip("+") { sign = 1 } else if reader.skip("-") { sign = -1 } else { return nil }
    guard
      let hours = reader.number(digits: 2), reader.skip(":"), let minutes = reader.number(digits: 2),
      hours < 24, minutes < 60, reader.isAtEnd
    else { return nil }
    let offset = sign * (hours * 3600 + minutes * 60)
    self.init(milliseconds: (local - offset) * 1000 + milliseconds, offset: offset)
  }
}

private struct DigitReader {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  mutating func digits() -> [Int] {
    var found: [Int] = []
    while position < bytes.count, (48...57).contains(bytes[position]) {
      found.append(Int(bytes[position]) - 48)
      position += 1
    }
    return found
  }

  mutating func number(digits count: Int) -> Int? {
    guard position + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + count] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte) - 48
    }
    position += count
    return value
  }
}
