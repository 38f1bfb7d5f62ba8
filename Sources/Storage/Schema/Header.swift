/// The first hundred bytes of an SQLite file, read without SQLite: a file that is none of ours is recognised
/// before anything could touch it.
struct Header {
  static let length = 100
  static let magic = Array("SQLite format 3\u{0}".utf8)

  let applicationID: Int
  let schema: Int
  let pageSize: Int
  /// Nil where the file was written by a program too old to keep the count.
  let pageCount: Int?

  init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.length, Array(bytes[0..<16]) == Self.magic else { return nil }
    func number(at offset: Int) -> Int {
      bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    applicationID = number(at: 68)
    schema = number(at: 60)
    let size = Int(bytes[16]) << 8 | Int(bytes[17])
    pageSize = size == 1 ? 65_536 : size
    pageCount = number(at: 24) == number(at: 92) ? number(at: 28) : nil
  }
}
