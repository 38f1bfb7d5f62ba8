import Terminal
import TestSupport
import Testing

@Suite struct ColourTests {
  /// Who is heard first, each with what it says. The ones behind are tried with everything that they can say.
  private static let voices: [(name: String, value: String, isOn: Bool)] = [
    ("NO_COLOR", "1", false), ("CLICOLOR_FORCE", "1", true), ("CLICOLOR", "0", false),
    ("TERM", "dumb", false),
  ]

  @Test func whoComesFirstIsHeard() {
    for (index, voice) in Self.voices.enumerated() {
      let later = Self.voices[(index + 1)...]
      for choice in 0..<(1 << later.count) {
        var environment = ["TERM": "xterm-256color"]
        environment[voice.name] = voice.value
        for (bit, other) in later.enumerated() where choice & (1 << bit) != 0 {
          environment[other.name] = other.value
        }
        for isTerminal in [false, true] {
          #expect(
            ColourChoice.auto.isOn(environment: environment, isTerminal: isTerminal) == voice.isOn,
            "\(environment)")
        }
      }
    }
  }

  @Test func theFlagIsHeardBeforeEverything() {
    for choice in 0..<(1 << Self.voices.count) {
      var environment: [String: String] = [:]
      for (bit, voice) in Self.voices.enumerated() where choice & (1 << bit) != 0 {
        environment[voice.name] = voice.value
      }
      for isTerminal in [false, true] {
        #expect(ColourChoice.always.isOn(environment: environment, isTerminal: isTerminal))
        #expect(!ColourChoice.never.isOn(environment: environment, isTerminal: isTerminal))
      }
    }
  }

  /// Values that say nothing, by the conventions of each variable.
  @Test(arguments: [
    [:], ["NO_COLOR": ""], ["CLICOLOR_FORCE": ""], ["CLICOLOR_FORCE": "0"], ["CLICOLOR": "1"],
    ["TERM": "xterm"],
    ["CLICOLOR": ""],
  ])
  func withoutAWordTheTerminalDecides(environment: [String: String]) {
    #expect(ColourChoice.auto.isOn(environment: environment, isTerminal: true))
    #expect(!ColourChoice.auto.isOn(environment: environment, isTerminal: false))
  }

  @Test(arguments: ["0", "1", "false", "x"])
  func anyValueOfNoColorMeansNo(value: String) {
    #expect(!ColourChoice.auto.isOn(environment: ["NO_COLOR": value], isTerminal: true))
  }

  @Test func theTwoStreamsAreAskedOneByOne() {
    let output = MemorySink(columns: nil)
    let errors = MemorySink(columns: 80)
    let console = Console(output: output, errors: errors, colour: .auto, environment: [:])
    console.line(Styled("a", .good))
    console.note(Styled("b", .good))
    #expect(output.text == "a\n")
    #expect(errors.text == "\u{1b}[32mb\u{1b}[0m\n")
    let coloured = Console(output: output, errors: errors, colour: .always, environment: [:])
    coloured.line(Styled("c", .quiet) + "d")
    #expect(output.text == "a\n\u{1b}[2mc\u{1b}[0md\n")
  }

  @Test func withoutColourNothingThatMattersIsLost() {
    let text =
      Styled("one ", .strong) + Styled("two ", .quiet) + Styled("three", .careful) + Styled("", .good)
    #expect(text.rendered(colour: false) == "one two three")
    #expect(
      text.rendered(colour: true) == "\u{1b}[1mone \u{1b}[0m\u{1b}[2mtwo \u{1b}[0m\u{1b}[33mthree\u{1b}[0m")
  }
}
