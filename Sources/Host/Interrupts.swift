internal import Glibc

/// Ctrl-C as an answer, for a terminal without a line editor.
///
/// From the first question on the signal is held back and let in only where the program waits, so that no
/// moment is left in which it would end the program: not even the one between a prompt and the wait behind it.
struct Interrupts: ~Copyable {
  private var whileWaiting = sigset_t()

  init() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in }
    sigaction(SIGINT, &action, nil)
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    sigprocmask(SIG_BLOCK, &interrupt, &whileWaiting)
    sigdelset(&whileWaiting, SIGINT)
  }

  /// True when there is something to read, or nothing more will ever come; false when Ctrl-C came first.
  mutating func waited(for descriptor: CInt) -> Bool {
    guard (0..<64).contains(descriptor) else { return true }
    var files = fd_set()
    files.__fds_bits.0 = 1 << Int(descriptor)
    return pselect(descriptor + 1, &files, nil, nil, nil, &whileWaiting) >= 0 || errno != EINTR
  }
}
