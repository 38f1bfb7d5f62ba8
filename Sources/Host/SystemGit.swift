internal import Commands

/// Git, asked only what it answers without running anything that the repository names: no hook, no filter, no
/// monitor. A repository may come from anybody.
package struct SystemGit: Git {
  package init() {}

  package func rootCommit(of folder: String) -> String? {
    let answer = Process.output([
      "git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c",
      "safe.bareRepository=explicit",
      "--no-optional-locks", "-C", folder, "rev-list", "--max-parents=0", "HEAD",
    ])
    // More than one where histories were joined; any of them will do if it is always the same.
    return answer?.split(separator: "\n").map(String.init).min()
  }
}
