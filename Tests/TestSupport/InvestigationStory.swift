package import Recall

/// Writes the events of an investigation, one after the other.
package struct InvestigationStory {
  package let card = CardID(stored: "7k2mabcd")
  package private(set) var events: [Event] = []
  package var milliseconds: Int
  package var offset = 0

  package init(
    _ symptom: String = "checkout answers 500 for one shop in ten", minutes: Int = 15,
    at milliseconds: Int = 1_772_445_600_000  // 2026-03-02T10:00:00Z
  ) {
    self.milliseconds = milliseconds
    add(.opened(minutes: minutes), symptom)
  }

  package mutating func add(_ step: InvestigationStep, _ words: String? = nil, after seconds: Int = 0) {
    append(.investigated(step), words, after: seconds)
  }

  package mutating func void(_ index: Int, after seconds: Int = 0) {
    append(.voided(events[index].id), nil, after: seconds)
  }

  private mutating func append(_ deed: Deed, _ words: String?, after seconds: Int) {
    milliseconds += seconds * 1000
    events.append(
      Event(
        id: EventID(stored: "e\(events.count)"), action: EventID(stored: "a\(events.count)"), device: "d",
        card: card, moment: Moment(milliseconds: milliseconds, offset: offset), day: Day(20_514), deed: deed,
        typed: words.map(Typed.answer)))
  }

  package func state(_ steps: Int = .max) -> Investigation? { Investigation(card, events, steps: steps) }

  /// Two hypotheses, one ruled out, solved: none of them it was.
  package static var told: InvestigationStory {
    var story = InvestigationStory()
    story.add(.placed, "checkout")
    story.add(.filed, "src/Pool.swift")
    story.add(.supposed(1), "stale shard map in one pod", after: 120)
    story.add(.weighed(1, 60), nil, after: 10)
    story.add(.expected(1), "errors from one pod only", after: 20)
    story.add(.refutable(1), "errors spread over pods", after: 20)
    story.add(.supposed(2), "cache key without tenant", after: 60)
    story.add(.weighed(2, 30))
    story.add(.expected(2), "one shop sees the prices of another")
    story.add(.refutable(2))
    story.add(.noted, "pods 3 and 7 have the new map", after: 90)
    story.add(.ruledOut(1), "all pods answer 500", after: 60)
    story.add(.weighed(2, 70))
    story.add(.noted, "log says:\n```\n# wait 30 s\n```\nand then nothing", after: 60)
    story.add(.answered(.cause), "the connection pool of the new region is half the size", after: 300)
    story.add(.matched(0))
    story.add(.answered(.gaveAway), "errors began when the pool's wait time did")
    story.add(.answered(.misled), "the deploy of the same hour")
    story.add(.helped(.colleague, minutes: 12))
    story.add(.answered(.fix), "the pool got its size back\n# and not less")
    story.add(.answered(.firstLook), "wait time of the pool, by region")
    story.add(.answered(.prevents))
    story.add(.solved)
    return story
  }
}
