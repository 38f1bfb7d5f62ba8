internal import Recall

/// A deck that is edited at random the way a person edits one, while remembering which card is which: what a
/// matcher finds can be held against what really happened.
package struct DeckWorld {
  package struct Item: Equatable, Sendable {
    /// Who the card is, whatever it says.
    package let identity: Int
    package var prompt: String
    package var answer: String
    package var section: Int
    /// What was done to it since the last reading.
    package var edits: Set<Edit> = []
  }

  package enum Edit: CaseIterable, Sendable {
    case typoInPrompt, typoInAnswer, rewrittenAnswer, moved
  }

  package private(set) var items: [Item] = []
  private var nextIdentity = 0
  private var prompts: Set<String> = []
  private var random: SeededGenerator
  private let sections: Int
  private let style: Style

  /// How much the cards of a deck resemble each other.
  package enum Style: CaseIterable, Sendable {
    case prose, template, numbers
  }

  package init(seed: UInt64, cards: Int, sections: Int, style: Style) {
    random = SeededGenerator(seed: seed)
    self.sections = sections
    self.style = style
    for _ in 0..<cards { items.append(fresh()) }
    items.sort { $0.section < $1.section }
  }

  /// The deck as a file.
  package var markdown: String { markdown(of: 0..<sections) }

  /// Some of its sections as a file of their own.
  package func markdown(of part: Range<Int>) -> String {
    var text = "# A deck\n\nSome words that are no card.\n"
    for section in part {
      text += "\n## Part \(section)\n"
      for item in items where item.section == section {
        text += "\nQ: \(item.prompt)\nA: \(item.answer)\n"
      }
    }
    return text
  }

  /// The items in the order of the file.
  package var inOrder: [Item] {
    (0..<sections).flatMap { section in items.filter { $0.section == section } }
  }

  package mutating func edit(share: Double) {
    for index in items.indices {
      items[index].edits = []
      guard Double.random(in: 0..<1, using: &random) < share else { continue }
      edit(index)
      if Int.random(in: 0..<4, using: &random) == 0 { edit(index) }
    }
    let few = max(1, items.count / 20)
    for _ in 0..<Int.random(in: 0...few, using: &random) {
      items.remove(at: Int.random(in: items.indices, using: &random))
    }
    for _ in 0..<Int.random(in: 0...few, using: &random) {
      items.insert(fresh(), at: Int.random(in: 0...items.count, using: &random))
    }
    if Bool.random(using: &random) { items.shuffle(using: &random) }
  }

  private mutating func edit(_ index: Int) {
    guard let edit = Edit.allCases.randomElement(using: &random) else { return }
    switch edit {
    case .typoInPrompt: items[index].prompt = typo(items[index].prompt)
    case .typoInAnswer: items[index].answer = typo(items[index].answer)
    case .rewrittenAnswer: items[index].answer = sentence(Int.random(in: 4...14, using: &random))
    case .moved: items[index].section = Int.random(in: 0..<sections, using: &random)
    }
    items[index].edits.insert(edit)
  }

  /// No two cards ask the same: where one of them moves to the place of the other, nobody could tell which it is.
  private mutating func fresh() -> Item {
    while true {
      let item = drawn()
      if prompts.insert(item.prompt).inserted { return item }
    }
  }

  private mutating func drawn() -> Item {
    nextIdentity += 1
    let name = word()
    let other = word()
    let number = nextIdentity
    let (prompt, answer): (String, String) =
      switch style {
      case .prose:
        (
          "Why \(sentence(Int.random(in: 4...10, using: &random)))?",
          sentence(Int.random(in: 3...20, using: &random))
        )
      case .template:
        (
          "What does the \(name) \(other) module do for us?",
          "It keeps \(word()) apart from \(word()), because \(sentence(4))."
        )
      case .numbers:
        ("Which port does service \(number) listen on?", "Port \(7000 + number), behind the \(name) proxy.")
      }
    return Item(
      identity: nextIdentity, prompt: prompt, answer: answer,
      section: Int.random(in: 0..<sections, using: &random))
  }

  /// A slip of the finger in a word that is no number.
  private mutating func typo(_ text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(Array.init)
    let long = words.indices.filter { words[$0].count >= 4 && !words[$0].contains(where: \.isNumber) }
    guard let at = long.randomElement(using: &random) else { return text }
    let position = Int.random(in: 0..<words[at].count - 1, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: words[at].remove(at: position)
    case 1: words[at].swapAt(position, position + 1)
    case 2: words[at].insert(letter(), at: position)
    default: words[at][position] = letter()
    }
    return words.map { String($0) }.joined(separator: " ")
  }

  private mutating func letter() -> Character {
    Array("abcdefghijklmnopqrstuvwxyz").randomElement(using: &random) ?? "x"
  }

  private mutating func sentence(_ length: Int) -> String {
    (0..<length).map { _ in
      Int.random(in: 0..<3, using: &random) == 0
        ? (["the", "of", "is", "for", "and", "to", "in"].randomElement(using: &random) ?? "the") : word()
    }.joined(separator: " ")
  }

  /// A word out of some thousands that look like words.
  private mutating func word() -> String {
    let beginnings = ["ba", "ke", "lo", "mi", "tu", "sar", "pen", "gra", "vol", "quin", "dre", "fos"]
    let middles = ["", "la", "ri", "don", "mer", "tas", "vi", "no"]
    let ends = ["ka", "ler", "ton", "sim", "ra", "ned", "gu", "pol", "xi", "der"]
    return [beginnings, middles, ends].map { $0.randomElement(using: &random) ?? "" }.joined()
  }
}
