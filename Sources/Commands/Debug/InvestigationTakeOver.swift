internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// What somebody suspects in the note itself becomes part of the log before the next step, as if it had been said.
struct InvestigationTakeOver {
  let desk: InvestigationDesk

  func run(_ one: inout InvestigationDesk.Case) throws {
    let session = desk.session
    guard let bytes = try? session.world.files.read(try desk.path(of: one)), let text = try? SourceText(bytes)
    else { return }
    var findings: [Finding] = []
    let matter = FrontMatter.read(text, &findings)
    guard let note = InvestigationNote(text, matter), note.id == one.row.id.text else { return }
    let said = try said(of: one)
    for hypothesis in note.hypotheses
    where hypothesis.isNumbered && hypothesis.number == one.state.nextNumber
      && !said.contains(hypothesis.said.text)
    {
      let number = hypothesis.number
      var steps: [InvestigationDesk.Step] = [(.supposed(number), hypothesis.said.text)]
      steps +=
        hypothesis.sure.isEmpty
        ? [(.weighed(number, nil), nil)] : hypothesis.sure.map { (.weighed(number, $0), nil) }
      steps += [
        (.expected(number), hypothesis.expected?.text), (.refutable(number), hypothesis.refutable?.text),
      ]
      if let out = hypothesis.ruledOut { steps.append((.ruledOut(number), out.text)) }
      // Another terminal may have taken it over just now.
      try desk.keep(of: &one) { $0.nextNumber == number ? steps : [] }
      session.console.note("taken over from the note: \(number). \(SafeText.line(hypothesis.said.text))")
    }
  }

  /// All that was ever suspected: what was taken back, and still stands in the file, does not come back by itself.
  private func said(of one: InvestigationDesk.Case) throws -> Set<String> {
    Set(
      try desk.database.log.history(of: one.row.id).compactMap { event in
        guard case .investigated(.supposed) = event.deed, case .answer(let words) = event.typed else {
          return nil
        }
        return words
      })
  }
}
