internal import Glibc

/// Ctrl-C as an answer, while somebody is asked on a terminal without a line editor.
///
/// The signal is held back from before the prompt is shown and let in only by the wait, so that no moment is left in
/// which it would end the program instead. While the program works, it ends it as people expect.
struct Interrupts: ~Copyable {
  private var whileWaiting = sigset_t()
  private var maskBefore = sigset_t()
  private var actionBefore = sigaction()

  init() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in }
    sigaction(SIGINT, &action, &actionBefore)
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    sigprocmask(SIG_BLOCK, &interrupt, &maskBefore)
    whileWaiting = maskBefore
    sigdelset(&whileWaiting, SIGINT)
  }

  deinit {
    var (action, mask) = (actionBefore, maskBefore)
    sigaction(SIGINT, &action, nil)
    sigprocmask(SIG_SETMASK, &mask, nil)
  }

  /// True when there is something to read, or nothing more will ever come; false when Ctrl-C came first.
  func waited(for descriptor: CInt) -> Bool {
    guard (0..<64).contains(descriptor) else { return true }
    var files = fd_set()
    files.__fds_bits.0 = 1 << Int(descriptor)
    var mask = whileWaiting
    return pselect(descriptor + 1, &files, nil, nil, nil, &mask) >= 0 || errno != EINTR
  }
}
