/// An event in the flat form that storage keeps and the checksum covers.
///
/// `kind` to `detail` may be shared; `typed` is what a person wrote. The checksum covers the first and the sum
/// of the second, so that a log without the words can still be proven.
package struct EventRow: Equatable, Sendable {
  package var id: String
  package var action: String
  package var device: String
  package var card: String
  package var milliseconds: Int
  package var offset: Int
  package var day: Int
  package var kind: String
  package var grade: Int?
  package var confidence: Int?
  package var duration: Int?
  package var voids: String?
  package var detail: String?
  package var typed: String?

  package init(
    id: String, action: String, device: String, card: String, milliseconds: Int, offset: Int, day: Int,
    kind: String, grade: Int?, confidence: Int?, duration: Int?, voids: String?, detail: String?,
    typed: String?
  ) {
    self.id = id
    self.action = action
    self.device = device
    self.card = card
    self.milliseconds = milliseconds
    self.offset = offset
    self.day = day
    self.kind = kind
    self.grade = grade
    self.confidence = confidence
    self.duration = duration
    self.voids = voids
    self.detail = detail
    self.typed = typed
  }
}

extension EventRow {
  package init(_ event: Event) {
    self.init(
      id: event.id.text, action: event.action.text, device: event.device, card: event.card.text,
      milliseconds: event.moment.milliseconds, offset: event.moment.offset, day: event.day.number,
      kind: "", grade: nil, confidence: nil, duration: nil, voids: nil, detail: nil,
      typed: event.typed.map(TypedText.encode))
    switch event.deed {
    case .graded(let grade, let confidence, let duration):
      kind = "grade"
      self.grade = grade.value
      self.confidence = confidence
      self.duration = duration
    case .practised(let grade, let confidence, let duration, let stretch):
      kind = "practice"
      self.grade = grade.value
      self.confidence = confidence
      self.duration = duration
      detail = String(stretch)
    case .investigated(let step):
      kind = "debug"
      confidence = step.confidence
      detail = step.text
    case .suspended: kind = "suspend"
    case .buried: kind = "bury"
    case .resumed: kind = "resume"
    case .retired: kind = "retire"
    case .tierSet(let from, let to):
      kind = "tier"
      detail = "\(from.rawValue) \(to.rawValue)"
    case .tagged: kind = "tag"
    case .edited: kind = "edit"
    case .added: kind = "add"
    case .voided(let id):
      kind = "void"
      voids = id.text
    }
  }

  /// Nil where the row makes no sense: damaged, or written by a version that knows more deeds.
  package var event: Event? {
    let deed: Deed
    switch kind {
    case "grade":
      guard let value = self.grade, let grade = Grade(value) else { return nil }
      deed = .graded(grade, confidence: confidence, milliseconds: duration)
    case "practice":
      guard let value = self.grade, let grade = Grade(value), let stretch = detail.flatMap({ Int($0) }),
        (1...Schedule.longestStretch).contains(stretch)
      else { return nil }
      deed = .practised(grade, confidence: confidence, milliseconds: duration, stretch: stretch)
    case "debug":
      guard let step = detail.flatMap({ InvestigationStep($0, confidence: confidence) }) else { return nil }
      deed = .investigated(step)
    case "suspend": deed = .suspended
    case "bury": deed = .buried
    case "resume": deed = .resumed
    case "retire": deed = .retired
    case "tier":
      let tiers = (detail ?? "").split(separator: " ").compactMap { Tier(rawValue: String($0)) }
      guard tiers.count == 2 else { return nil }
      deed = .tierSet(from: tiers[0], to: tiers[1])
    case "tag": deed = .tagged
    case "edit": deed = .edited
    case "add": deed = .added
    case "void":
      guard let voids else { return nil }
      deed = .voided(EventID(stored: voids))
    default: return nil
    }
    return Event(
      id: EventID(stored: id), action: EventID(stored: action), device: device, card: CardID(stored: card),
      moment: Moment(milliseconds: milliseconds, offset: offset), day: Day(day), deed: deed,
      typed: typed.flatMap { TypedText.decode($0, kind: kind) })
  }

  package var typedChecksum: Int? {
    guard let typed else { return nil }
    var sum = CRC64()
    sum.add(text: typed)
    return sum.value
  }

  /// Covers every field that may be shared, and the words through their own sum.
  package func checksum(typedChecksum: Int?) -> Int {
    var sum = CRC64()
    for text in [id, action, device, card, kind] { sum.add(field: text) }
    for number in [milliseconds, offset, day] { sum.add(field: number) }
    for number in [grade, confidence, duration, typedChecksum] { sum.add(field: number) }
    for text in [voids, detail] { sum.add(field: text) }
    return sum.value
  }
}

/// The words of an event as one text. A change keeps its parts apart by a character that no card can hold.
enum TypedText {
  private static let separator: Character = "\u{0}"

  static func encode(_ typed: Typed) -> String {
    switch typed {
    case .answer(let text): return text
    case .change(let before, let after):
      return (parts(before) + parts(after)).joined(separator: String(separator))
    }
  }

  static func decode(_ text: String, kind: String) -> Typed? {
    guard kind == "edit" || kind == "tag" || kind == "add" else { return .answer(text) }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6 else { return nil }
    return .change(before: cardText(parts[0..<3]), after: cardText(parts[3..<6]))
  }

  private static func parts(_ text: CardText) -> [String] {
    [text.prompt, text.answer, text.tags.joined(separator: " ")]
  }

  private static func cardText(_ parts: ArraySlice<String>) -> CardText {
    let parts = Array(parts)
    return CardText(
      prompt: parts[0], answer: parts[1], tags: parts[2].split(separator: " ").map(String.init))
  }
}
