internal import Glibc
internal import Synchronization

/// Shares work out between the processors. Only what depends on nothing but its element comes here, such as pure
/// functions and the reading of a file: who did what, and when, shows in nothing but the time that it took.
package enum Hands {
  /// What becomes of each, in the order in which they stand. Elements that nobody else holds are thrown away where the
  /// work on them was done: for a tree of small pieces that is work too.
  package static func map<Element: Sendable, Result: Sendable>(
    _ elements: consuming [Element], _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let work = Work(elements, transform)
    // This thread is one of them; and if there is no other to be had, it does everything.
    let helpers = (1..<max(1, min(processors, work.pieces))).compactMap { _ in Helper { work.go() } }
    work.go()
    for helper in helpers { helper.finish() }
    return work.results
  }

  private static var processors: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }
}

/// Elements in pieces, of which each thread takes the next that nobody has.
private final class Work<Element: Sendable, Result: Sendable>: Sendable {
  let pieces: Int
  private let elements: Mutex<[[Element]]>
  private let transform: @Sendable (Element) -> Result
  private let next = Atomic(0)
  private let done = Mutex<[Int: [Result]]>([:])

  /// Fewer elements are done before a thread has begun. Larger pieces leave the others waiting for the last one.
  private static var size: Int { 4 }

  init(_ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result) {
    let starts = stride(from: 0, to: elements.count, by: Self.size)
    let cut = starts.map { Array(elements[$0..<min($0 + Self.size, elements.count)]) }
    pieces = cut.count
    self.elements = Mutex(cut)
    self.transform = transform
  }

  func go() {
    while true {
      let piece = next.add(1, ordering: .relaxed).oldValue
      guard piece < pieces else { return }
      let elements = elements.withLock { all in
        let taken = all[piece]
        all[piece] = []
        return taken
      }
      let results = elements.map(transform)
      done.withLock { $0[piece] = results }
    }
  }

  var results: [Result] { done.withLock { done in (0..<pieces).flatMap { done[$0] ?? [] } } }
}

/// A thread with one thing to do.
private struct Helper {
  private final class Task: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private let thread: pthread_t

  /// Nil where the system has no thread to give.
  init?(_ body: @escaping @Sendable () -> Void) {
    let task = Unmanaged.passRetained(Task(body))
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { task in
        if let task { Unmanaged<Task>.fromOpaque(task).takeRetainedValue().body() }
        return nil
      }, task.toOpaque())
    guard failure == 0 else {
      task.release()
      return nil
    }
    self.thread = thread
  }

  func finish() { pthread_join(thread, nil) }
}
