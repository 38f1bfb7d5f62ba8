internal import Glibc

/// Other programs: started, waited for, never through a shell unless a person's own setting asks for one.
enum Process {
  /// Runs a program with this terminal. Returns its exit code, or nil where it could not be started or was
  /// killed.
  static func run(_ words: [String]) -> CInt? {
    guard let child = spawn(words, actions: nil) else { return nil }
    // Ctrl-C is the other program's now.
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    return wait(for: child)
  }

  /// Runs a program away from the terminal and gives what it wrote, if it ended well.
  static func output(_ words: [String]) -> String? {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let child = spawn(words, actions: &actions)
    close(ends[1])
    defer { close(ends[0]) }
    guard let child else { return nil }
    // Drained to the end before waiting: a full pipe would make both wait for ever.
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      if count > 0 { bytes += buffer[..<count] } else if count == 0 || errno != EINTR { break }
    }
    return wait(for: child) == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private static func spawn(
    _ words: [String], actions: UnsafeMutablePointer<posix_spawn_file_actions_t>?
  ) -> pid_t? {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    // What we hold back is not for others to miss.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var nothing = sigset_t()
    sigemptyset(&nothing)
    posix_spawnattr_setsigmask(&attributes, &nothing)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var child = pid_t()
    return posix_spawnp(&child, words[0], actions, &attributes, arguments, environ) == 0 ? child : nil
  }

  private static func wait(for child: pid_t) -> CInt? {
    var status: CInt = 0
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return nil } }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : nil
  }
}
