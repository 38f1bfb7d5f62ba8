internal import Recall

/// Weighs which of the cards that are left over on both sides are the same.
struct Evidence {
  /// The rounds, the surest first. A pair that one of them takes is gone from the next.
  enum Round: CaseIterable {
    /// The same question in the same place; then anywhere, where it is a question of its own.
    case samePrompt
    /// The same question but for slips and a word or two.
    case nearPrompt
    /// The same answer in the same place; then anywhere, where it is an answer of its own.
    case sameAnswer
    /// Alike enough.
    case likeness
  }

  private let known: [Likeable]
  private let drafts: [Likeable]
  private let sameFile: Bool
  private var vocabulary = Vocabulary()
  private var knownPrompts: [Vocabulary.Words] = []
  private var knownAnswers: [Vocabulary.Words] = []
  private var draftPrompts: [Vocabulary.Words] = []
  private var draftAnswers: [Vocabulary.Words] = []
  /// How many cards ask the same, in all and in one place, and how many say the same.
  private var prompts: [String: Int] = [:]
  private var promptsInPlace: [[String]: Int] = [:]
  private var answers: [String: Int] = [:]
  private var askedBefore: Set<String> = []

  init(known: [Likeable], drafts: [Likeable], sameFile: Bool, others: [Likeable]) {
    self.known = known
    self.drafts = drafts
    self.sameFile = sameFile
    for card in known {
      knownPrompts.append(vocabulary.words(of: card.prompt))
      knownAnswers.append(vocabulary.words(of: card.answer))
    }
    for card in drafts {
      draftPrompts.append(vocabulary.words(of: card.prompt))
      draftAnswers.append(vocabulary.words(of: card.answer))
    }
    for index in known.indices {
      vocabulary.count([knownPrompts[index], knownAnswers[index]], isKnown: true)
    }
    count(known + others)
    count(drafts + others)
    askedBefore = Set((known + others).map(\.prompt))
    for card in others {
      vocabulary.count([vocabulary.words(of: card.prompt), vocabulary.words(of: card.answer)], isKnown: true)
      vocabulary.count(
        [vocabulary.words(of: card.prompt), vocabulary.words(of: card.answer)], isKnown: false)
    }
    for index in drafts.indices {
      vocabulary.count([draftPrompts[index], draftAnswers[index]], isKnown: false)
    }
  }

  /// Before and now are counted apart: a question that was asked once and is asked twice now could be either.
  private mutating func count(_ cards: [Likeable]) {
    var (all, placed, said): ([String: Int], [[String]: Int], [String: Int]) = ([:], [:], [:])
    for card in cards {
      all[card.prompt, default: 0] += 1
      placed[[card.prompt] + card.place, default: 0] += 1
      said[card.answer, default: 0] += 1
    }
    prompts.merge(all) { max($0, $1) }
    promptsInPlace.merge(placed) { max($0, $1) }
    answers.merge(said) { max($0, $1) }
  }

  private struct Pair {
    let draft: Int
    let known: Int
    let score: Double
  }

  func pairs(_ freeKnown: [Int], _ freeDrafts: [Int], _ round: Round) -> [(draft: Int, known: Int)] {
    var pairs: [Pair] = []
    for (draft, candidates) in candidates(freeKnown, freeDrafts, round) {
      for candidate in candidates {
        if let score = score(draft: draft, known: candidate, round) {
          pairs.append(Pair(draft: draft, known: candidate, score: score))
        }
      }
    }
    return settled(pairs)
  }

  /// The best pairs first, each card once. Where a second candidate is as good as the best, nobody can tell
  /// whose history it is, and it is left.
  private func settled(_ pairs: [Pair]) -> [(draft: Int, known: Int)] {
    let sorted = pairs.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      // Equal evidence: the pair that keeps the file's order.
      let distance = (abs(left.draft - left.known), abs(right.draft - right.known))
      if distance.0 != distance.1 { return distance.0 < distance.1 }
      return (left.draft, left.known) < (right.draft, right.known)
    }
    var bestOfDraft: [Int: [Pair]] = [:]
    var bestOfKnown: [Int: [Pair]] = [:]
    for pair in sorted {
      bestOfDraft[pair.draft, default: []].append(pair)
      bestOfKnown[pair.known, default: []].append(pair)
    }
    var takenDrafts: Set<Int> = []
    var takenKnown: Set<Int> = []
    var result: [(draft: Int, known: Int)] = []
    for pair in sorted where !takenDrafts.contains(pair.draft) && !takenKnown.contains(pair.known) {
      let rivals =
        (bestOfDraft[pair.draft] ?? []).filter { $0.known != pair.known && !takenKnown.contains($0.known) }
        + (bestOfKnown[pair.known] ?? []).filter { $0.draft != pair.draft && !takenDrafts.contains($0.draft) }
      if rivals.contains(where: { $0.score > pair.score - 0.05 }) { continue }
      takenDrafts.insert(pair.draft)
      takenKnown.insert(pair.known)
      result.append((pair.draft, pair.known))
    }
    return result
  }

  /// How sure it is that these are the same card; nil for not enough.
  private func score(draft: Int, known index: Int, _ round: Round) -> Double? {
    guard known[index].kind == drafts[draft].kind else { return nil }
    let prompt = vocabulary.compare(old: knownPrompts[index], new: draftPrompts[draft])
    let answer = vocabulary.compare(old: knownAnswers[index], new: draftAnswers[draft])
    let pair = Pairing(
      prompt: prompt, answer: answer,
      isHere: sameFile && known[index].place == drafts[draft].place, isGone: known[index].isGone,
      isCloze: known[index].kind == .cloze, promptWeight: vocabulary.weight(knownPrompts[index]),
      answerWeight: vocabulary.weight(knownAnswers[index]))
    let isEnough =
      switch round {
      case .samePrompt: prompt.isSame && pair.samePrompt(isOnly: { isOnly(index, isHere: pair.isHere) })
      case .nearPrompt: !asksWhatAnotherAsks(draft, index) && pair.nearPrompt()
      case .sameAnswer where answer.isSame && (isOneOfAKind(index) || asksOfAnotherDay(draft, index)): true
      case .likeness where answer.likeness >= 0.5 && (isOneOfAKind(index) || asksOfAnotherDay(draft, index)):
        true
      case .sameAnswer:
        answer.isSame && !asksWhatAnotherAsks(draft, index) && pair.sameAnswer(isOnly: isOnlyAnswer(index))
      case .likeness: !asksWhatAnotherAsks(draft, index) && pair.likeness(sameFile: sameFile)
      }
    return isEnough ? prompt.likeness + answer.likeness + (pair.isHere ? 0.3 : 0) : nil
  }

  /// Where several cards ask the same, the question alone does not tell which of them this is.
  private func isOnly(_ index: Int, isHere: Bool) -> Bool {
    isHere
      ? promptsInPlace[[known[index].prompt] + known[index].place] == 1 : prompts[known[index].prompt] == 1
  }

  /// A decision has one card of most kinds: whatever its title is now, its price is its price.
  private func isOneOfAKind(_ index: Int) -> Bool {
    let kind = known[index].kind
    return sameFile && kind.isOfDecision && !kind.isSeveral && !known[index].isGone
      && known.count { $0.kind == kind && !$0.isGone } == 1
  }

  /// Whoever corrects the day of an incident, or its place, asks the same.
  private func asksOfAnotherDay(_ draft: Int, _ index: Int) -> Bool {
    sameFile && known[index].kind.isOfIncident
      && IncidentSubject.withoutDay(known[index].prompt) == IncidentSubject.withoutDay(drafts[draft].prompt)
  }

  private func isOnlyAnswer(_ index: Int) -> Bool { answers[known[index].answer] == 1 }

  /// A draft whose very question another card asks is that card, or a copy of it, and not this one.
  private func asksWhatAnotherAsks(_ draft: Int, _ index: Int) -> Bool {
    drafts[draft].prompt != known[index].prompt && askedBefore.contains(drafts[draft].prompt)
  }

  /// Which known cards are worth weighing against a draft: all of them where there are few, else those that share
  /// its whole prompt, its whole answer or its rarest words.
  private func candidates(
    _ freeKnown: [Int], _ freeDrafts: [Int], _ round: Round
  ) -> [(draft: Int, known: [Int])] {
    switch round {
    case .samePrompt: return grouped(freeKnown, freeDrafts, knownPrompts, draftPrompts)
    case .sameAnswer: return grouped(freeKnown, freeDrafts, knownAnswers, draftAnswers)
    case .nearPrompt, .likeness: break
    }
    if freeKnown.count * freeDrafts.count <= 2_500 {
      return freeDrafts.map { ($0, freeKnown) }
    }
    var holders: [Int: [Int]] = [:]
    for index in freeKnown {
      for word in Set(knownPrompts[index].ids + knownAnswers[index].ids) {
        holders[word, default: []].append(index)
      }
    }
    return freeDrafts.map { draft in
      let words = Set(draftPrompts[draft].ids + draftAnswers[draft].ids)
        .filter { holders[$0] != nil }
        .sorted { (vocabulary.frequency($0), $0) < (vocabulary.frequency($1), $1) }
      var shared: [Int: Double] = [:]
      for word in words.prefix(12) {
        guard let holding = holders[word], holding.count <= 400 || shared.isEmpty else { continue }
        for index in holding.prefix(400) { shared[index, default: 0] += vocabulary.weight(word) }
      }
      let best = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(12).map(\.key)
      return (draft, best)
    }
  }

  private func grouped(
    _ freeKnown: [Int], _ freeDrafts: [Int], _ old: [Vocabulary.Words], _ new: [Vocabulary.Words]
  ) -> [(draft: Int, known: [Int])] {
    var holders: [String: [Int]] = [:]
    for index in freeKnown { holders[old[index].plain, default: []].append(index) }
    return freeDrafts.map { ($0, Array((holders[new[$0].plain] ?? []).prefix(200))) }
  }
}
