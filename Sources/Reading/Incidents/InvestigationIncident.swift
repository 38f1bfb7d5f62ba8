internal import Recall

extension InvestigationNote {
  /// What went wrong, as cards are cut of it. Nil as long as nobody says that it is over, or where it was given up.
  package var incident: Incident? {
    guard status == .solved else { return nil }
    var incident = Incident(title: symptom, date: date, area: area, symptom: symptom)
    incident.isTitledBySymptom = true
    incident.causes = answers[.cause] ?? []
    incident.suspicions = hypotheses.map {
      Incident.Suspicion(
        $0.said, ruledOut: $0.ruledOut.flatMap { $0.text.isEmpty ? nil : $0 }, wasRight: $0.wasIt)
    }
    incident.gaveAway = answers[.gaveAway] ?? []
    incident.misled = answers[.misled] ?? []
    incident.fixes = answers[.fix] ?? []
    incident.firstLooks = answers[.firstLook] ?? []
    incident.preventions = answers[.prevents] ?? []
    incident.evidence = evidence
    return incident
  }

  /// Notes and what ruled a hypothesis out, in the order of their times. What says the cause itself would end a drill
  /// before it began.
  private var evidence: [Said] {
    var all: [(stamp: String, said: Said)] = []
    for note in notes {
      let (stamp, text) = Self.parted(note.text)
      // What has no time stands where it is written.
      all.append((stamp ?? all.last?.stamp ?? "", Said(text, line: note.line)))
    }
    for hypothesis in hypotheses {
      guard let out = hypothesis.ruledOut, !out.text.isEmpty else { continue }
      all.append((hypothesis.stamp ?? "9", out))
    }
    let order = all.indices.sorted { (all[$0].stamp, $0) < (all[$1].stamp, $1) }
    return order.map { all[$0].said }.filter { !$0.text.isEmpty && !tellsCause($0.text) }
  }

  /// A note's time, where it begins with one, and its words.
  static func parted(_ text: String) -> (stamp: String?, words: String) {
    let stamp = text.prefix(16)
    guard stamp.count == 16, stamp.dropFirst(13).first == ":",
      stamp.allSatisfy({ $0.isNumber || "- :".contains($0) })
    else { return (nil, text) }
    return (String(stamp), String(text.dropFirst(16).drop { $0 == ":" }).trimmed)
  }

  private func tellsCause(_ text: String) -> Bool {
    (answers[.cause] ?? []).contains { WordLikeness.held($0.text, in: text) >= 0.6 }
  }
}
