/// What a row of grades would do to a card that was never asked before.
package struct SimulatedAnswer: Sendable, Equatable {
  package let grade: Grade
  package let interval: Int
  package let ease: Double
  package let repetition: Int
  package let repeatToday: Bool
  /// Days after the first answer on which this one was given: each comes on its day, repeats on the same.
  package let day: Int
}

package func simulate(_ grades: [Grade], with scheduler: some Scheduler) -> [SimulatedAnswer] {
  var state = scheduler.start
  var rows: [SimulatedAnswer] = []
  var elapsed = 0
  var planned = 0
  var day = 0
  for grade in grades {
    day += elapsed
    let outcome = scheduler.advance(
      state, by: Review(grade: grade, elapsed: elapsed, planned: planned, fuzz: nil))
    state = outcome.state
    planned = outcome.interval
    elapsed = outcome.repeatToday ? 0 : outcome.interval
    rows.append(
      SimulatedAnswer(
        grade: grade, interval: outcome.interval, ease: state.ease, repetition: state.repetition,
        repeatToday: outcome.repeatToday, day: day))
  }
  return rows
}
