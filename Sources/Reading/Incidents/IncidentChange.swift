/// Whether something that came out of an incident changes the system, so that it cannot come back or is found sooner. To
/// talk, to look into it or to write it down changes nothing yet.
enum IncidentChange {
  static func isOne(_ text: String) -> Bool {
    let plain = IncidentWords.plain(text)
    if isProcess(text) { return false }
    var words = plain.spacedWords.map(String.init)[...]
    // "API layer: modify the check …" is told behind its name.
    if let colon = text.place(of: ": "), String(text[..<colon.lowerBound]).wordCount <= 7 {
      let rest = String(text[colon.upperBound...])
      if rest.wordCount >= 4, isOne(rest) { return true }
    }
    while let first = words.first, words.count > 3, openers.contains(first) { words = words.dropFirst() }
    guard let first = words.first else { return false }
    if isVerb(first) { return true }
    if first == "if" || first == "when", words.count >= 9 { return true }
    return must.isIn(plain) || finding.isIn(" " + words.prefix(6).joined(separator: " ") + " ")
      || isForeign(plain)
  }

  /// It tells before it does harm.
  static func isFinding(_ text: String) -> Bool { finding.isIn(IncidentWords.plain(text)) }

  /// Work on papers, tickets and people, or something that will not be done.
  static func isProcess(_ text: String) -> Bool {
    let plain = IncidentWords.plain(text)
    // "Add a contributor / save it / take it out again" is how somebody got along.
    return process.isIn(plain) || papers.begins(plain) || text.spacedWords.count { $0 == "/" } >= 2
  }

  /// What it begins with where a table or a list says how urgent it is.
  static func withoutUrgency(_ text: String) -> String {
    let words = text.spacedWords
    guard words.count > 3, let first = words.first, urgencies.contains(first) else { return text }
    return String(words.dropFirst().joined(separator: " ")).capitalizedStart
  }

  private static let urgencies: Set<Substring> = [
    "HIGH", "MEDIUM", "LOW", "CRITICAL", "P0", "P1", "P2", "P3",
  ]

  /// "Adding", "added" and "adds" are the same as "add".
  private static func isVerb(_ word: String) -> Bool {
    if verbs.contains(word) { return true }
    for end in ["ing", "ed", "d", "s"] where word.hasSuffix(end) {
      let stem = String(word.dropLast(end.count))
      if stem.utf8.count < 2 { continue }
      if verbs.contains(stem) || verbs.contains(stem + "e") { return true }
      if stem.utf8.count > 3, stem.last == stem.dropLast().last, verbs.contains(String(stem.dropLast())) {
        return true
      }
    }
    return false
  }

  private static let openers: Set<String> = [
    "we", "ve", "have", "re", "will", "are", "to", "also", "now", "then", "significantly", "the", "team",
    "has", "been",
    "already", "high", "medium", "low", "p0", "p1", "p2", "p3", "short", "long", "term", "possibly",
    "automatically",
    "proactively", "immediately", "always",
  ]

  private static let verbs: Set<String> = [
    "add", "alert", "allow", "apply", "assert", "automate", "avoid", "back", "ban", "block", "build", "bump",
    "cache", "cap",
    "catch", "change", "close", "compare", "configure", "convert", "cover", "create", "cut", "decouple",
    "decrease", "delete",
    "deny", "deploy", "deprecate", "detect", "disable", "disallow", "double", "drop", "emit",
    "enable", "enforce",
    "ensure", "expand", "expose", "extend", "fail", "fix", "forbid", "force", "gate", "guard", "handle",
    "harden", "implement",
    "include", "increase", "instrument", "integrate", "introduce", "isolate", "keep", "let", "limit", "lock",
    "log", "lower",
    "make", "migrate", "minimise", "minimize", "mock", "modify", "monitor", "move", "never", "notify", "only",
    "pin", "prevent", "propagate",
    "protect", "provision", "put", "raise", "rebuild", "reconfigure", "redesign", "reduce", "refactor",
    "refuse", "reject",
    "remove", "rename", "replace", "require", "reserve", "restrict", "retry", "revert", "rework", "rotate",
    "scale", "separate",
    "set", "setup", "shard", "show", "shorten", "simplify", "split", "stop", "store", "surface", "switch",
    "test", "throttle",
    "tighten", "turn", "tweak", "unify", "upgrade", "update", "use", "validate", "verify", "warn", "watch",
    "widen", "wrap",
    "write", "standardise", "standardize", "rewrite", "alarm", "adjust", "avoiding", "broke", "abort", "push",
    "pushing", "speed",
    "start", "enrich", "probe", "sign", "encrypt", "scan", "track", "trace", "record", "sample", "return",
    "cancel", "drain",
    "evict", "spread", "balance", "renew", "reset", "route", "sanitise", "sanitize", "serve", "ship", "skip",
    "tag", "trim",
    "wait", "mark", "lint", "hide", "read", "treat", "pass", "disconnect", "distribute", "refine", "patch",
    "install", "reintroduce", "maintain", "send", "blacklist",
    "whitelist",
  ]

  private static let must = IncidentWords.list(
    """
    should|must|need|needs|have to|has to|ensure|ensures|make sure|makes sure|never|so that|instead of|don t|do not|cannot|
    muss|mussen|soll|sollen|sollte|sollten|wird|werden|doit|doivent|il faut|debe|deben|hay que|deve|devem|precisa|precisam
    """)

  private static let finding = IncidentWords.list(
    """
    alert|alerts|alerting|alarm|alarms|monitor|monitors|monitoring|health check|health checks|healthcheck|
    healthchecks|metric|metrics|test|tests|testing|smoke test|smoke tests|linting|dashboard|uptime|assertion|warn|
    warning|warns|detect|detects|coverage|warnung|uberwachung|alerte|alertes|surveillance|alerta|alertas|alarma|
    alarme|prueba|pruebas|teste|testes
    """)

  private static let process = IncidentWords.list(
    """
    ticket|tickets|rfc|rfcs|runbook|runbooks|playbook|playbooks|meeting|meetings|discuss|discussed|discussion|email|
    emailed|onboarding|tour|to planning|next planning|planning doc|wiki|article|readme|guidance|user guide|sre guide|
    post mortem|postmortem|training|wontdo|won t do|decided not|not needed|advised|remind|re iterate|reiterate|
    write down|announce|talk to|look at|look into|looking into|investigate|investigating|investigation|figure out|
    find out|incident report|incident protocol|example pages|make a note|note of|kick off|kickoff|share with|spike|
    roadmap|proposal|a plan for|plan to|write up|follow up with|communicate|communication|statuspage|status page|
    banner|log book|work in progress|manually re run|pick up changes|are documented|was documented|
    has been documented|to document|and document|documentation|besprechen|dokumentieren|absprechen|discuter|
    documenter|rediger|discutir|documentar|hablar|falar|conversar
    """)

  private static let papers = IncidentWords.list(
    """
    verify fix|verify the fix|verify that the fix|wait for|confirm|document|documenting|documented|ask|tell|take|consider|evaluate|evaluating|explore|exploring|think|describe|conduct|
    audit|review|reviewing|schedule|plan|share|checklist|give|email|contact|advise|work out|run|re run|manually|note|
    notes|add notes|add a note|restore|migrate any|share
    """)

  /// "Relire le certificat …": the verb comes first there, in its long form.
  private static func isForeign(_ plain: String) -> Bool {
    let words = plain.spacedWords
    guard words.count >= 4, let first = words.first, first.utf8.count >= 4 else { return false }
    let isVerb = ["er", "ir", "re", "ar", "en"].contains { first.hasSuffix($0) }
    return isVerb && words.dropFirst().contains { articles.contains($0) }
  }

  private static let articles: Set<Substring> = [
    "le", "la", "les", "du", "des", "un", "une", "de", "el", "los", "las", "una", "os", "as", "um", "uma",
    "do", "da", "der",
    "die", "das", "den", "dem", "ein", "eine", "einen", "beim", "vor", "mit", "ao",
  ]
}
