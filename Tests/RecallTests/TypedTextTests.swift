import Recall
import Testing

@Suite struct TypedTextTests {
  @Test(arguments: [
    ("two\nlines", "two\nlines"), ("two\r\nlines", "two\nlines"), ("two\rlines", "two\nlines"),
    ("three\r\n\r\nlines\r", "three\n\nlines\n"), ("\r\r\n\n", "\n\n\n"), ("a\u{0}b", "a\u{fffd}b"), ("", ""),
    ("ä\u{301}\r", "ä\u{301}\n"),
  ]) func linesEndAsTheyDoHere(typed: String, kept: String) {
    #expect(typed.asTyped == kept)
  }
}
