/// Something in a file that its author would want to know. It is collected, never thrown: one odd line never
/// stops the rest.
package struct Finding: Equatable, Sendable {
  package let line: Int
  package let message: String

  package init(line: Int, message: String) {
    self.line = line
    self.message = message
  }
}
