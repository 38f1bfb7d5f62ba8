internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// What can be done with what was said: mark a record as key, write one, and once a quarter ask whether the three are
/// still the three. Everything is in the log by now, so leaving loses nothing.
struct ThreeAfterwards {
  /// A season, in days.
  static let quarter = 91

  let session: Session
  let decisions: ProjectDecisions

  private var database: Database { decisions.database }

  func run(_ laid: ThreeLaid) throws {
    for row in laid.rows {
      guard let told = row.told else { continue }
      if row.origin == .record, let record = row.decision {
        guard try offerMark(record) else { return }
      } else if row.origin == .new {
        guard try offerRecord(told) else { return }
      }
    }
    for other in laid.others {
      guard try other.record.map(offerMark) ?? offerRecord(other.told) else { return }
    }
    try askWhetStillStands(laid)
  }

  /// Nil where the person left.
  private func isWanted(_ key: Character, _ question: String) -> Bool? {
    guard session.world.dialogue.isTerminal else { return false }
    switch session.world.dialogue.key(Styled(question, .quiet)) {
    case .interrupted, .ended: return nil
    case .text(let text): return text.trimmed.lowercased().first == key
    }
  }

  private func offerMark(_ record: ProjectDecisions.Decision) throws -> Bool {
    let name = try decisions.name(record)
    CardView.body(
      "“\(SafeText.line(record.row.record.title))” is a record that is not marked as key; `key \(name)` does.",
      session, indent: 0)
    guard let yes = isWanted("k", "k marks it, Enter leaves it > ") else { return false }
    let keys = KeyList(session, decisions)
    if yes { keys.tell(try keys.mark([name]), "is key now") }
    return true
  }

  private func offerRecord(_ told: ToldDecision) throws -> Bool {
    let title = SafeText.line(told.decision)
    CardView.body("“\(title)” is no record yet; `decide \(title)` writes one.", session, indent: 0)
    guard let yes = isWanted("d", "d writes it now, Enter leaves it > ") else { return false }
    guard yes else { return true }
    do {
      if let folder = try Decide(session).folder(named: nil) {
        _ = try Decide(session).write(told.decision, in: folder)
      }
    } catch let failure as Failure {
      session.console.note(Styled(failure.message, .careful))
    } catch let error as UsageError {
      session.console.note(Styled(error.message, .careful))
    }
    return true
  }

  private func askWhetStillStands(_ laid: ThreeLaid) throws {
    let project = decisions.project?.id
    let today = try session.today(try session.preferences(database))
    guard session.world.dialogue.isTerminal, let standing = try database.three.standing(project: project),
      today.since(standing.asked) >= Self.quarter
    else { return }
    let name = laid.keys == 0 || laid.keys == 3 ? "the three" : "the key decisions"
    let question = "A quarter has passed. Are these still \(name)? Enter yes · n no > "
    guard let isOver = isWanted("n", question) else { return }
    var before = standing.before
    if isOver {
      if laid.keys > 0 {
        guard try KeyList(session, decisions).chooseAnew() else { return }
      } else {
        before = try decisions.past().last?.seq ?? before
        session.console.line("Then the next `three` begins anew; what you said stays in --history.")
      }
    }
    try database.three.stand(asked: today, before: before, project: project)
  }
}
