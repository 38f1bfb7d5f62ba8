/// Titles as they stand beside each other: what many of them share, or one copied from another, names none.
enum CollectionTitles {
  static func settle(_ records: inout [DecisionRecord], _ members: [Int]) {
    dropCopied(&records, members)
    dropSharedStarts(&records, members)
  }

  /// A record that was made of another one, whose title nobody changed, is called by its file's name.
  private static func dropCopied(_ records: inout [DecisionRecord], _ members: [Int]) {
    let groups = Dictionary(grouping: members) { PlainWords.normalized(records[$0].title) }
    for (_, group) in groups where group.count > 1 {
      // The one whose name fits best is the one that it was copied from.
      let shares = group.map { Self.share(of: records[$0].slug, in: records[$0].title) }
      let best = shares.max() ?? 0
      for (index, share) in zip(group, shares) where share < best && !KeyWords.of(records[index].slug).isEmpty
      {
        records[index] = records[index].called(records[index].slug)
      }
    }
  }

  /// "Front-end" is "frontend".
  private static func share(of slug: String, in title: String) -> Double {
    KeyWords.share(of: slug, in: title + " " + title.replacing("-", with: ""))
  }

  /// "Harbour project - Berths by draught" is called as what stands behind the project's name, where several records begin
  /// with that.
  private static func dropSharedStarts(_ records: inout [DecisionRecord], _ members: [Int]) {
    let starts = Dictionary(grouping: members) { start(of: records[$0].title) ?? "" }
    for (start, group) in starts where !start.isEmpty && group.count >= max(fewest, members.count / 3) {
      for index in group {
        let rest = RecordTitle.bare(String(records[index].title.dropFirst(start.count))).title
        guard KeyWords.of(rest).count >= 1, !RecordTitle.isPlaceholder(rest) else { continue }
        records[index] = records[index].called(rest)
      }
    }
  }

  /// Two could share it by chance, and some of many an area of the system.
  private static let fewest = 3

  /// Up to the first sign that sets it apart.
  private static func start(of title: String) -> String? {
    for sign in [" - ", " – ", " — ", ": "] {
      if let place = title.place(of: sign), place.lowerBound > title.startIndex {
        return String(title[..<place.upperBound])
      }
    }
    return nil
  }
}
