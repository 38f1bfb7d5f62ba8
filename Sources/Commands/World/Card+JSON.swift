internal import Recall
internal import Writing

extension Card {
  /// The form in which `cards`, `show` and `export` give a card.
  func json(today: Day, leechLapses: Int) -> JSON {
    .object([
      ("id", .string(id.text)), ("deck", .string(deck)), ("kind", .string(kind.rawValue)),
      ("tier", .string(tier.rawValue)), ("tags", JSON(strings: text.tags)), ("prompt", .string(text.prompt)),
      ("answer", .string(text.answer)),
      ("source", .object([("path", .string(source.absolutePath)), ("line", .int(source.line))])),
      ("place", JSON(strings: place)), ("state", .string(state.rawValue)),
      ("due", JSON(dueDate)), ("interval", .int(schedule.interval)), ("reps", .int(schedule.reps)),
      ("lapses", .int(schedule.lapses)), ("leech", .bool(schedule.lapses >= leechLapses)),
      ("stale", .bool(isStale)),
    ])
  }

  var dueDate: String? { schedule.due?.date.description }
}
