/// The little English that comparing answers needs.
enum Language {
  static func isNegation(_ word: String, next: String) -> Bool {
    if negations.contains(word) || word.hasSuffix("n't") { return true }
    return (word == "instead" && next == "of") || (word == "rather" && next == "than")
  }

  private static let negations: Set<String> = [
    "not", "no", "never", "without", "cannot", "cant", "dont", "doesnt", "isnt", "wont", "none", "nobody",
    "nothing",
    "neither", "nor", "non", "nowhere", "hardly",
  ]

  /// Words behind which a thing may be said to be or not to be.
  static let turns: Set<String> = [
    "prevent", "prevents", "prevented", "preventing", "avoid", "avoids", "avoided", "avoiding", "otherwise",
    "unable",
    "lack", "lacks", "lacking", "missing", "refuse", "refuses", "stops", "stop", "stopped", "blocks",
    "blocked",
    "hide", "hides", "hidden", "else", "unless", "until", "till",
  ]

  /// `bounded` for `unbounded`, which says the opposite.
  static func withoutNegativePrefix(_ word: String) -> String? {
    if word.hasPrefix("un"), word.utf8.count >= 6, !notNegative.contains(where: word.hasPrefix) {
      return String(word.dropFirst(2))
    }
    return inWords.contains(word) ? String(word.dropFirst(2)) : nil
  }

  private static let notNegative = [
    "under", "unit", "until", "uniq", "union", "univers", "unix", "unles", "unifo", "unify", "unifi",
  ]
  private static let inWords: Set<String> = [
    "invalid", "incorrect", "inconsistent", "incomplete", "incompatible", "inaccurate", "inactive",
    "invisible",
    "independent", "insecure", "immutable", "impossible",
  ]

  static func isFiller(_ word: String) -> Bool { word.isEmpty || fillers.contains(word) }

  private static let fillers: Set<String> = [
    "a", "an", "the", "is", "are", "was", "were", "be", "been", "being", "am", "it", "its", "it's", "this",
    "that",
    "these", "those", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "into", "and", "or",
    "but",
    "so", "then", "than", "if", "when", "while", "we", "our", "us", "i", "you", "your", "they", "them",
    "their", "he",
    "she", "his", "her", "would", "could", "should", "will", "can", "may", "might", "must", "has", "have",
    "had",
    "do", "does", "did", "because", "since", "which", "who", "whose", "what", "where", "why", "how", "there",
    "here",
    "also", "too", "very", "just", "only", "even", "still", "yet", "again", "about", "over", "out", "up",
    "any",
    "some", "such", "each", "every", "all", "both", "other", "own", "same", "one", "s", "t", "re", "ll", "ve",
    "let",
    "get", "gets", "got", "go", "make", "makes", "made", "thing", "things", "way", "like", "really", "think",
    "maybe",
    "probably", "something", "somehow", "otherwise", "therefore", "e", "g", "etc", "via", "per", "that's",
    "we're",
  ]

  /// Words that carry little of what an answer says, by their stems.
  static let light: Set<String> = Set(
    [
      "always", "later", "now", "already", "ever", "many", "much", "more", "most", "less", "new", "need",
      "use", "want",
      "work", "first", "time", "whole", "well", "long", "old", "part", "kind", "lot", "often", "once", "soon",
    ].map(Stem.of))

  static func number(_ word: String) -> Double? {
    if let value = numberWords[word] { return value }
    guard word.first?.isNumber == true else { return nil }
    return Double(word.filter { $0 != "," })
  }

  private static let numberWords: [String: Double] = [
    "zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "thousand": 1000, "twice": 2, "once": 1,
  ]

  static let units: [String: (Double, String)] = {
    var units: [String: (Double, String)] = [:]
    func add(_ names: String, _ factor: Double, _ unit: String) {
      for name in names.split(separator: " ") { units[String(name)] = (factor, unit) }
    }
    add("ms millisecond milliseconds", 1, "time")
    add("s sec secs second seconds", 1000, "time")
    add("min mins minute minutes", 60_000, "time")
    add("h hr hrs hour hours", 3_600_000, "time")
    add("d day days", 86_400_000, "time")
    add("week weeks", 604_800_000, "time")
    add("b byte bytes", 1, "size")
    add("k kb kib kilobyte kilobytes", 1024, "size")
    add("mb mib megabyte megabytes", 1_048_576, "size")
    add("gb gib gigabyte gigabytes", 1_073_741_824, "size")
    add("% percent", 1, "share")
    add("times", 1, "")
    return units
  }()

  static let abbreviations: [String: String] = [
    "db": "database", "dbs": "databases", "repo": "repository", "repos": "repositories",
    "config": "configuration",
    "conf": "configuration", "auth": "authentication", "prod": "production", "req": "request",
    "reqs": "requests",
    "env": "environment", "msg": "message", "msgs": "messages", "tx": "transaction", "txn": "transaction",
    "conn": "connection", "conns": "connections", "perf": "performance", "pg": "postgres",
    "postgresql": "postgres",
    "mem": "memory", "min": "minimum", "max": "maximum", "async": "asynchronous", "sync": "synchronous",
    "id": "identity",
    "ids": "identities", "info": "information", "dir": "directory", "dev": "developer", "devs": "developers",
    "idx": "index", "deps": "dependencies", "dep": "dependency", "impl": "implementation",
    "k8s": "kubernetes",
    "dupes": "duplicates", "dup": "duplicate", "dups": "duplicates", "asynchronously": "asynchronous",
    "synchronously": "synchronous", "app": "application", "apps": "applications", "cert": "certificate",
    "certs": "certificates", "docs": "documentation",
    "apis": "api",
    // Names that are one word, however they are written.
    "nosql": "nosql", "nodejs": "nodejs",
  ]

  /// Words that cannot both be meant. Each side by its stem.
  static let opposites: [String: Set<String>] = {
    let pairs = [
      "before after", "most least", "maximum minimum", "increase decrease", "raise lower", "grow shrink",
      "more less",
      "more fewer", "always never", "synchronous asynchronous", "first last", "allow forbid", "allow deny",
      "enable disable", "start stop", "accept reject", "fast slow", "high low", "higher lower", "early late",
      "inside outside", "include exclude", "stateful stateless", "optimistic pessimistic",
      "push pull", "eager lazy", "strong weak", "pass fail", "success failure", "same different",
      "better worse", "open closed", "true false",
      "yes no", "cheap expensive", "up down", "open close", "internal external", "public private",
      "horizontal vertical",
      "vertical horizontal", "sequential parallel", "read write", "old new", "oldest newest", "left right",
      "strict loose", "global local", "lock unlock", "encrypt decrypt", "ascending descending",
      "local remote",
      "short long", "shorter longer", "smaller larger", "small large", "small big", "hot cold", "keep delete",
      "keep drop", "permanent temporary", "primary replica", "leader follower", "client server",
      "static dynamic",
    ]
    var result: [String: Set<String>] = [:]
    for pair in pairs {
      let sides = pair.split(separator: " ").map { Stem.of(String($0)) }
      result[sides[0], default: []].insert(sides[1])
      result[sides[1], default: []].insert(sides[0])
    }
    return result
  }()
}
