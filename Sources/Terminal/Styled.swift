/// Text with a part to play. What a part looks like is decided where it is shown; without colour nothing that
/// matters is lost.
package struct Styled: Equatable, Sendable, ExpressibleByStringInterpolation {
  package enum Role: Sendable {
    case plain, strong, quiet, good, careful
  }

  package struct Piece: Equatable, Sendable {
    package let role: Role
    package let text: String
  }

  package private(set) var pieces: [Piece]

  package init(_ text: String, _ role: Role = .plain) {
    pieces = [Piece(role: role, text: text)]
  }

  package init(stringLiteral value: String) {
    self.init(value)
  }

  package static func + (left: Styled, right: Styled) -> Styled {
    var sum = left
    sum.pieces += right.pieces
    return sum
  }

  /// Every piece passes the funnel before an escape sequence of our own is put around it.
  package func rendered(colour: Bool) -> String {
    pieces.map { piece in
      let text = SafeText.visible(piece.text)
      guard colour, let code = piece.role.code, !text.isEmpty else { return text }
      return "\u{1b}[\(code)m\(text)\u{1b}[0m"
    }
    .joined()
  }
}

extension Styled.Role {
  /// Attributes and the basic colours, which follow the person's own palette.
  fileprivate var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .quiet: "2"
    case .good: "32"
    case .careful: "33"
    }
  }
}
