package import Recall

/// A new decision record: MADR, with the questions that make good cards as its headings.
package enum RecordTemplate {
  package static func text(title: String, date: CivilDate) -> String {
    """
    ---
    status: proposed
    date: \(date)
    ---

    # \(title)

    ## Context and Problem Statement

    <!-- What made a decision necessary? Two or three sentences that a colleague understands in a year. -->

    ## Decision Drivers

    <!-- Two to four forces that pulled, one a bullet. Leave the section out where there were none. -->

    ## Considered Options

    <!-- One a bullet, the chosen one too. -->

    ## Decision Outcome

    <!-- Chosen option: "…", because … -->

    ### Consequences

    <!-- - Good, because … -->
    <!-- - Bad, because … (the price; the first thing that is forgotten) -->

    ## Pros and Cons of the Options

    <!-- ### An option that was not chosen -->
    <!-- - Bad, because … -->

    """
  }

  /// The name of the next file beside others: numbered as they are, dated where they are dated.
  package static func fileName(title: String, beside names: [String], date: CivilDate) -> String {
    let stems = names.filter(RecordCollection.isDocument).map(RecordReader.withoutEnding)
    let slug = slug(title)
    let numbers = stems.compactMap { stem in RecordTitle.number(inName: stem).map { (stem: stem, digits: $0) }
    }
    let dated = stems.filter { RecordTitle.date(inName: $0) != nil }
    if dated.count > numbers.count {
      let isCompact = dated.count { $0.prefix(8).allSatisfy(\.isNumber) } * 2 > dated.count
      return "\(isCompact ? date.description.filter(\.isNumber) : date.description)-\(slug).md"
    }
    let next = (numbers.compactMap { Int($0.digits) }.max() ?? 0) + 1
    let width = numbers.map(\.digits.count).max() ?? 4
    let digits = String(next)
    // "adr-007-x" goes on as "adr-008-y".
    let prefix =
      numbers.last.map { last in
        String(last.stem.prefix { !$0.isNumber })
      } ?? ""
    return prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits + "-\(slug).md"
  }

  private static func slug(_ title: String) -> String {
    let words = PlainWords.normalized(title).spacedWords
    var slug = ""
    for word in words {
      guard slug.utf8.count + word.utf8.count < 70 else { break }
      slug += (slug.isEmpty ? "" : "-") + word
    }
    return slug.isEmpty ? "decision" : slug
  }
}
