internal import Commands

/// Git, asked only what it answers without running anything that the repository names: no hook, no filter, no
/// monitor, and no helper that would fetch what is missing. A repository may come from anybody.
package struct SystemGit: Git {
  package init() {}

  package func rootCommit(of folder: String) -> String? {
    let answer = output(folder, ["rev-list", "--max-parents=0", "HEAD"])
    // More than one where histories were joined; any of them will do if it is always the same.
    return answer?.split(separator: "\n").map(String.init).min()
  }

  package func commit(_ revision: String, in folder: String) -> String? {
    // What begins with a minus sign would be an option, and no revision is called so.
    guard !revision.isEmpty, !revision.hasPrefix("-"), !revision.contains("\0") else { return nil }
    let answer = output(folder, ["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"])
    guard let name = answer?.split(separator: "\n").first.map(String.init), name.count >= 40,
      name.allSatisfy(\.isHexDigit)
    else { return nil }
    return name
  }

  private func output(_ folder: String, _ words: [String]) -> String? {
    Process.output(
      [
        // A partial clone fetches what is missing, through a program that its configuration may name. Only the
        // environment is stronger than that configuration.
        "env", "GIT_ALLOW_PROTOCOL=none", "GIT_NO_LAZY_FETCH=1",
        "git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c",
        "safe.bareRepository=explicit",
        "--no-optional-locks", "-C", folder,
      ] + words)
  }
}
