extension String {
  /// Words as they are kept: each line ends as lines do here, and a NUL, which ends a text for SQLite and C, is the sign
  /// for what cannot be shown. Byte by byte: in a long text a search for each of these is a search through all of it.
  package var asTyped: String {
    guard utf8.contains(where: { $0 == 13 || $0 == 0 }) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var wasReturn = false
    for byte in utf8 {
      switch byte {
      case 13: bytes.append(10)
      case 10 where wasReturn: break
      case 0: bytes += [0xef, 0xbf, 0xbd]
      default: bytes.append(byte)
      }
      wasReturn = byte == 13
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
