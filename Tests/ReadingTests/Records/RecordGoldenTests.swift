import Foundation
import Testing

@testable import Reading

/// Whole records and all that is made of them. The numbers below a hundred are the ways in which people write
/// records, those above are traps.
@Suite struct RecordGoldenTests {
  @Test(arguments: Golden.names) func cardsAreTheOnesThatWereRead(name: String) throws {
    let batch = try RecordBatch.read([(name, Golden.text(name))])
    let shown = Golden.shown(batch, 0)
    let file = Golden.folder.appendingPathComponent(Golden.expected(name))
    if Golden.isWriting {
      try shown.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(try shown == String(contentsOf: file, encoding: .utf8))
    }
  }
}
