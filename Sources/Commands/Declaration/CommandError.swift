/// The command was not understood: says what was meant, as far as it can be guessed.
package struct UsageError: Error, Equatable {
  package let message: String
  package let hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}

/// The command was understood and could not be done.
package struct Failure: Error, Equatable {
  package let message: String
  package let code: ExitCode

  package init(_ message: String, code: ExitCode = .failed) {
    self.message = message
    self.code = code
  }
}
