/// Who is named in a report by initials or first name: no card is about them. What somebody was given to do stays where it
/// can be told without the name.
struct IncidentPeople {
  private let names: Set<String>

  /// What the title names is a thing.
  init(_ parts: [IncidentPart], title: String) {
    var found: Set<String> = []
    var openings: [String: Int] = [:]
    var candidates: Set<String> = []
    for part in parts {
      if part.isMeasures, IncidentRole.of(part.title) == nil, part.title.wordCount <= 4 {
        let tokens = Self.tokens(part.title)
        if tokens.allSatisfy({ Self.isInitials($0) || Self.isGivenName($0) }) {
          found.formUnion(tokens.filter(Self.isInitials))
          candidates.formUnion(tokens.filter(Self.isGivenName))
        }
      }
      if part.isMeasures {
        for label in Self.boldStarts(part.blocks) {
          let tokens = Self.tokens(label)
          guard tokens.count <= 3, tokens.allSatisfy({ Self.isInitials($0) || Self.isGivenName($0) }) else {
            continue
          }
          found.formUnion(tokens.filter(Self.isInitials))
          candidates.formUnion(tokens.filter(Self.isGivenName))
        }
      }
      guard part.role == .timeline else { continue }
      for row in part.statements + IncidentMaterial.rows(part) {
        let text = IncidentFinder.withoutTime(row).text
        if let first = text.spacedWords.first.map(String.init) {
          for token in Self.tokens(first) where Self.isInitials(token) { openings[token, default: 0] += 1 }
        }
      }
    }
    found.formUnion(openings.filter { $0.value >= 2 }.keys)
    // A first name is one where somebody of that name does something.
    for part in parts {
      for statement in part.statements {
        let words = statement.text.spacedWords.map(String.init)
        for (word, next) in zip(words, words.dropFirst()) {
          let name = word.filter(\.isLetter)
          guard Self.isGivenName(name) else { continue }
          if candidates.contains(name), next == "to" || Self.deeds.contains(next) || next == "and" {
            found.insert(name)
          } else if Self.speaking.contains(next) {
            found.insert(name)
          }
        }
      }
    }
    names = found.subtracting(Self.tokens(title))
  }

  private static func boldStarts(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let words, _):
        return words.boldStart.isEmpty || words.boldStart.hasSuffix(":") ? [] : [words.boldStart]
      case .list(let items, _, _): return items.flatMap { boldStarts(Array($0.blocks.prefix(1))) }
      default: return []
      }
    }
  }

  /// "RK/JT", "Alex & Paul", "Digirati via AG".
  private static func tokens(_ text: String) -> [String] {
    text.split { !$0.isLetter }.map(String.init).filter {
      !["and", "via", "und", "et", "y", "e"].contains($0)
    }
  }

  private static func isInitials(_ word: String) -> Bool {
    (2...4).contains(word.utf8.count) && word.first?.isUppercase == true
      && word.allSatisfy { $0.isASCII && $0.isLetter }
      && word.count(where: \.isUppercase) >= 2 && !acronyms.contains(word)
  }

  private static func isGivenName(_ word: String) -> Bool {
    word.count >= 3 && word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase)
      && !plain.contains(word.lowercased())
  }

  private static let acronyms: Set<String> = [
    "AMI", "API", "APIs", "AWS", "ALB", "AZ", "CA", "CCR", "CDN", "CI", "CD", "CLI", "CNI", "CORS", "CPU",
    "CRD", "CSS", "CVE",
    "DB", "DBA", "DNS", "DOS", "EBS", "EC", "ECS", "EKS", "ELB", "ES", "ETL", "GCP", "GKE", "GPU", "GUI",
    "HA", "HPA", "HTML",
    "HTTP", "IAM", "ID", "IDs", "IO", "IOT", "IP", "IPs", "JS", "JSON", "JVM", "JWT", "KMS", "LB", "LDAP",
    "MFA", "ML", "MQ",
    "NAT", "NFS", "NTP", "OK", "OOM", "OS", "PDB", "PID", "PO", "PR", "PRs", "PV", "PVC", "QA", "QPS", "RAM",
    "RBAC", "RDS",
    "RFC", "RPC", "SCA", "SDK", "SLA", "SLO", "SMS", "SNS", "SOC", "SQL", "SQS", "SRE", "SSD", "SSH", "SSL",
    "SSO", "TCP",
    "TF", "TLS", "TTL", "UDP", "UI", "URL", "USB", "UX", "VM", "VMs", "VPC", "VPN", "WAF", "WAL", "XML",
    "YAML", "DONE", "TODO",
    "NB", "TBC", "TBD", "UTC", "CET", "CEST", "GMT", "BST", "PST", "PDT", "EST", "EDT", "AM", "PM", "DOWN",
    "UP", "HIGH", "LOW",
  ]

  /// Capitals with which an item begins that is nobody's.
  private static let plain: Set<String> = [
    "team", "all", "done", "future", "everyone", "devs", "for", "engineering", "operations", "support",
    "security",
    "monitoring", "alerting", "testing", "prevention", "process", "the", "this", "that", "which", "user",
    "users", "who",
    "docs", "documentation", "infrastructure", "platform", "we", "they", "customer", "customers", "service",
    "it",
  ]

  private static let speaking: Set<String> = [
    "said", "says", "suggested", "suggests", "pinged", "messaged", "joined", "thinks", "thought", "mentioned",
    "asked",
    "agreed", "wonders", "reckons", "emailed",
  ]

  private static let deeds: Set<String> = speaking.union([
    "noticed", "notices", "identified", "identifies", "found", "finds", "checked", "checks", "restarted",
    "restarts",
    "started", "confirmed", "confirms", "reported", "investigated", "joins", "notes", "noted", "posted",
    "posts",
  ])

  // MARK: Without them

  /// The same part without what only says who, and without what cannot be told otherwise.
  func leftOut(of part: IncidentPart) -> IncidentPart {
    guard !names.isEmpty else { return part }
    return part.holding(
      part.statements.compactMap { statement in
        guard let text = part.isMeasures ? stripped(statement.text) : statement.text, !isNamed(text) else {
          return nil
        }
        return text == statement.text
          ? statement
          : IncidentStatement(
            text: text.capitalizedStart, line: statement.line, isItem: statement.isItem, label: nil,
            block: statement.block)
      })
  }

  private func isNamed(_ text: String) -> Bool {
    text.split { !$0.isLetter }.contains { names.contains(String($0)) }
  }

  private func isName(_ word: String) -> Bool {
    let tokens = Self.tokens(word)
    return !tokens.isEmpty && tokens.allSatisfy(names.contains)
  }

  /// "AC Move the alert", "Speed up the deploy JP", "Go through it (with JP)".
  private func stripped(_ text: String) -> String? {
    var words = text.spacedWords.map(String.init)
    while words.count > 1, isName(words[0]) || words[0] == "&" { words.removeFirst() }
    if let first = words.first, first == "to", words.count > 1 { words.removeFirst() }
    while let last = words.last, isName(last) {
      words.removeLast()
      if let before = words.last, ["with", "(with", "by", "for", "-"].contains(before) { words.removeLast() }
    }
    return words.count < 2 ? nil : words.joined(separator: " ")
  }
}

extension IncidentPart {
  /// It lists what somebody is to do.
  var isMeasures: Bool { role == .actions || role == .prevention }
}
