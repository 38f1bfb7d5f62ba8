/// Something in a file that its author would want to know. It is collected, never thrown: one odd line never
/// stops the rest.
package struct Finding: Equatable, Sendable {
  package let line: Int
  package let message: String

  /// Told of decks; in prose it means nothing.
  package static let looseMarker = "this looks like a marker; Q:, A: and C: stand at the beginning of a line"

  package init(line: Int, message: String) {
    self.line = line
    self.message = message
  }
}
