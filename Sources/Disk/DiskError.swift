internal import Glibc

/// What the system refused, and where.
package struct DiskError: Error, Equatable, CustomStringConvertible {
  package let path: String
  package let reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  package var description: String { "\(path): \(reason)" }
}

/// The system's own words for an error number.
package func systemReason(_ code: CInt) -> String {
  String(cString: strerror(code))
}
