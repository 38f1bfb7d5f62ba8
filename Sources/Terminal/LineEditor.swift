internal import CEditLine
internal import Glibc

/// Reads lines and keys from a terminal through libedit.
package final class LineEditor {
  package enum Result: Equatable {
    case text(String)
    case interrupted
    case ended
    case tooLong
  }

  private let handle: OpaquePointer
  private let output: CInt
  private let colour: Bool
  /// Gives the candidates for the line up to the cursor.
  package var complete: ((String) -> Completion)?
  /// Takes the line to an editor and brings back what became of it.
  package var edit: ((String) -> String?)?

  package init?(input: CInt, output: CInt, colour: Bool) {
    guard let handle = whet_editline_open(input, output, "whet") else { return nil }
    self.handle = handle
    self.output = output
    self.colour = colour
    whet_editline_bind(handle)
    whet_editline_callbacks(
      handle, Unmanaged.passUnretained(self).toOpaque(),
      { context, line, length, redisplay in
        guard let context, let line else { return nil }
        let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
        return editor.completed(LineEditor.text(line, length), redisplay)
      },
      { context, line, length in
        guard let context, let line else { return nil }
        let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
        return editor.edit?(LineEditor.text(line, length)).flatMap { strdup($0) }
      })
  }

  deinit {
    whet_editline_close(handle)
  }

  package func line(_ prompt: Styled) -> Result {
    var text: UnsafePointer<CChar>?
    var length = 0
    let result = whet_editline_read(handle, literal(prompt), &text, &length)
    return reply(result, text.map { Self.text($0, length) } ?? "")
  }

  /// A letter or digit as itself, Enter as an empty text; keys that mean nothing here are passed over.
  package func key(_ prompt: Styled) -> Result {
    write(prompt.rendered(colour: colour))
    defer { write("\n") }
    while true {
      var code: CInt = -1
      let result = whet_editline_key(handle, &code)
      guard result == WHET_LINE else { return reply(result, "") }
      if code == 13 || code == 10 { return .text("") }
      guard code >= 32, let scalar = Unicode.Scalar(UInt32(code)) else { continue }
      write(SafeText.visible(String(scalar)))
      return .text(String(scalar))
    }
  }

  /// The signal that told the program to end, if one did.
  package static var endingSignal: Int32? {
    let signal = whet_editline_terminated()
    return signal == 0 ? nil : signal
  }

  package func remember(_ line: String) {
    whet_editline_remember(handle, line)
  }

  package func forget() {
    whet_editline_forget(handle)
  }

  package func handOver(_ body: () throws -> Void) rethrows {
    whet_editline_release(handle)
    defer { whet_editline_take(handle) }
    try body()
  }

  private func reply(_ result: whet_result, _ text: String) -> Result {
    switch result {
    case WHET_LINE: .text(text)
    case WHET_INTERRUPT: .interrupted
    case WHET_TOO_LONG: .tooLong
    default: .ended
    }
  }

  /// Escape sequences between marks, so that libedit does not count them as columns.
  private func literal(_ prompt: Styled) -> String {
    guard colour else { return prompt.rendered(colour: false) }
    var text = ""
    var inside = false
    for character in prompt.rendered(colour: true) {
      if character == "\u{1b}" {
        text += "\u{1}"
        inside = true
      }
      text.append(character)
      if inside, character == "m" {
        text += "\u{1}"
        inside = false
      }
    }
    return text
  }

  private func completed(_ line: String, _ redisplay: UnsafeMutablePointer<Bool>?) -> UnsafeMutablePointer<
    CChar
  >? {
    guard let completion = complete?(line), !completion.candidates.isEmpty else { return nil }
    let insertion = completion.insertion
    guard insertion.isEmpty else { return strdup(insertion) }
    var list = "\n"
    for candidate in completion.candidates.prefix(40) {
      let note = candidate.note.isEmpty ? "" : "  " + DisplayWidth.cut(SafeText.line(candidate.note), to: 50)
      list += SafeText.line(candidate.text) + note + "\n"
    }
    if completion.candidates.count > 40 { list += "and \(completion.candidates.count - 40) more\n" }
    write(list)
    redisplay?.pointee = true
    return nil
  }

  private func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(output, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if count <= 0 { break }
        done += count
      }
    }
  }

  private static func text(_ start: UnsafePointer<CChar>, _ length: Int) -> String {
    start.withMemoryRebound(to: UInt8.self, capacity: length) {
      String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
    }
  }
}
