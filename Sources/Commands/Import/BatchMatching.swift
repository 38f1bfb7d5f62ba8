internal import Reading
internal import Recall
internal import Storage

/// Finds the known cards of a whole batch again, over the borders of its files.
struct BatchMatching {
  private var readings: [FileReading]
  /// One for each file, and one for all that is still in question across files.
  private var inFile: [Matcher] = []
  private var elsewhere: Matcher
  /// What the indexes of `elsewhere` stand for.
  private let draftPlaces: [(reading: Int, draft: Int)]
  private let knownCards: [StoredCard]
  private let homes: [(reading: Int, known: Int)?]
  private var elsewhereOfDraft: [[Int]]
  private var elsewhereOfKnown: [[Int]]

  /// The readings with their matches. `pool` holds cards that no file of the batch claims as its own.
  static func match(_ readings: [FileReading], pool: [StoredCard]) -> [FileReading] {
    // Where nothing is known nothing is found again.
    guard !pool.isEmpty || readings.contains(where: { !$0.known.isEmpty }) else { return readings }
    var readings = readings
    for index in readings.indices {
      let reading = readings[index]
      var matcher = Matcher(
        known: reading.known.map { Likeable($0) }, drafts: reading.document.drafts.map { Likeable($0) },
        sameFile: true)
      for match in matcher.take(.sameContent) {
        readings[index].matches[match.draft] = reading.known[match.known]
      }
    }
    var matching = BatchMatching(readings, pool)
    for step in Matcher.Step.allCases { matching.take(step) }
    return matching.readings
  }

  /// The same words in the same file are settled already; the rest is in question.
  private init(_ readings: [FileReading], _ pool: [StoredCard]) {
    self.readings = readings
    var places: [(reading: Int, draft: Int)] = []
    var cards: [StoredCard] = []
    var homes: [(reading: Int, known: Int)?] = []
    elsewhereOfDraft = []
    elsewhereOfKnown = []
    for (index, reading) in readings.enumerated() {
      let open = reading.open
      let free = reading.unmatched
      inFile.append(
        Matcher(
          known: free.map { Likeable($0) }, drafts: open.map { Likeable(reading.document.drafts[$0]) },
          sameFile: true,
          others: open.isEmpty || free.isEmpty ? [] : reading.settled))
      elsewhereOfDraft.append(Array(places.count..<places.count + open.count))
      elsewhereOfKnown.append(Array(cards.count..<cards.count + free.count))
      places += open.map { (index, $0) }
      for (position, card) in free.enumerated() {
        cards.append(card)
        homes.append((index, position))
      }
    }
    for card in pool {
      cards.append(card)
      homes.append(nil)
    }
    draftPlaces = places
    knownCards = cards
    self.homes = homes
    let inQuestion = !places.isEmpty && !cards.isEmpty
    elsewhere = Matcher(
      known: inQuestion ? cards.map { Likeable($0) } : [],
      drafts: inQuestion ? places.map { Likeable(readings[$0.reading].document.drafts[$0.draft]) } : [],
      sameFile: false, others: inQuestion ? readings.flatMap(\.settled) : [])
    // Which decision a file holds was settled before: none of its cards goes to another one.
    elsewhere.forget(
      known: Set(cards.indices.filter { cards[$0].kind.isOfDecision }),
      drafts: Set(places.indices.filter { readings[places[$0].reading].record != nil }))
  }

  private mutating func take(_ step: Matcher.Step) {
    for index in readings.indices {
      let matches = inFile[index].take(step)
      guard !matches.isEmpty else { continue }
      var known: Set<Int> = []
      var drafts: Set<Int> = []
      for match in matches {
        let draft = elsewhereOfDraft[index][match.draft]
        let card = elsewhereOfKnown[index][match.known]
        readings[index].matches[draftPlaces[draft].draft] = knownCards[card]
        drafts.insert(draft)
        known.insert(card)
      }
      elsewhere.forget(known: known, drafts: drafts)
    }
    for match in elsewhere.take(step) {
      let place = draftPlaces[match.draft]
      let card = knownCards[match.known]
      readings[place.reading].matches[place.draft] = card
      let position = elsewhereOfDraft[place.reading].firstIndex(of: match.draft)
      inFile[place.reading].forget(known: [], drafts: position.map { [$0] } ?? [])
      guard let home = homes[match.known] else { continue }
      inFile[home.reading].forget(known: [home.known], drafts: [])
      // A card that went to another file belongs to that one now.
      if home.reading != place.reading { readings[home.reading].known.removeAll { $0.num == card.num } }
    }
  }
}
