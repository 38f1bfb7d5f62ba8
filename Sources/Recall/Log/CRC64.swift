/// The cyclic redundancy check of ECMA-182 (reflected, as xz uses it). It finds every flip of one bit, and of
/// any run of up to 64, which is what storage does to data that it spoils.
package struct CRC64: Sendable {
  private var register = UInt64.max

  package init() {}

  /// As a signed number, the way SQLite keeps whole numbers.
  package var value: Int { Int(truncatingIfNeeded: register ^ .max) }

  package mutating func add(_ byte: UInt8) {
    register = Self.table[Int(UInt8(truncatingIfNeeded: register) ^ byte)] ^ (register >> 8)
  }

  package mutating func add(text: String) {
    for byte in text.utf8 { add(byte) }
  }

  /// Not generic, and eight bytes at a time: a whole file passes here.
  package mutating func add(bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      Self.tables.withUnsafeBufferPointer { tables in
        let whole = buffer.count & ~7
        for start in stride(from: 0, to: whole, by: 8) {
          let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: start, as: UInt64.self))
          var rest = register ^ word
          register = 0
          for ahead in stride(from: 7 * 256, through: 0, by: -256) {
            register ^= tables[ahead + Int(rest & 0xff)]
            rest >>= 8
          }
        }
        for byte in buffer[whole...] { add(byte) }
      }
    }
  }

  /// A field with its own end, so that moving a letter from one field to the next is noticed.
  mutating func add(field text: String?) {
    guard let text else { return add(0xfe) }
    add(text: text)
    add(0xff)
  }

  mutating func add(field number: Int?) {
    guard let number else { return add(0xfe) }
    var rest = UInt64(bitPattern: Int64(number))
    for _ in 0..<8 {
      add(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  private static let table: [UInt64] = (0..<256).map { index in
    (0..<8).reduce(UInt64(index)) { value, _ in
      value & 1 == 1 ? (value >> 1) ^ 0xc96c_5795_d787_0f42 : value >> 1
    }
  }

  /// What a byte does when none, one, … seven more come behind it: eight tables in a row.
  private static let tables: [UInt64] = (1..<8).reduce(into: table) { tables, _ in
    for value in tables.suffix(256) { tables.append(table[Int(value & 0xff)] ^ (value >> 8)) }
  }
}
