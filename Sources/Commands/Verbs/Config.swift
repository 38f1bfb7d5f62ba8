internal import Disk
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let config = Command(
    "config", "show and change settings",
    arguments: [
      Argument("NAME", .optional, help: "a setting"),
      Argument("VALUE", .optional, help: "its new value"),
    ],
    options: [Option("unset", help: "back to what it is by default")],
    examples: [
      Example("config", "all settings and what they mean"),
      Example("config new-per-day 5", "fewer new cards"),
      Example("config scheduler sm2-classic", "folds the whole log again"),
    ]
  ) { invocation, session in
    guard let name = invocation.arguments.first else { return try list(session) }
    guard let preference = Preference(rawValue: name) else {
      let known = Preference.allCases.map(\.rawValue)
      throw UsageError(
        "no setting \"\(name)\"", hint: Suggestion.hint(for: name, among: known) ?? "`whet config` lists them"
      )
    }
    if invocation.has("unset") {
      guard invocation.arguments.count == 1 else { throw UsageError("--unset takes no value") }
      try set(preference, nil, session)
    } else if invocation.arguments.count == 2 {
      var value = try preference.normalized(invocation.arguments[1])
      if preference == .notebook { value = try notebook(session.absolute(value), session) }
      try set(preference, value, session)
    }
    let database = try session.database(.read)
    tell(preference, try session.preferences(database), session)
    return .done
  }

  /// What is typed later has to be kept there: a folder that cannot be made, or written, is refused now.
  private static func notebook(_ path: String, _ session: Session) throws -> String {
    let files = session.world.files
    func refused(_ reason: String) -> Failure {
      Failure("\(SafeText.line(path)): \(reason); notebook stays as it was")
    }
    if let kind = files.target(path), kind != .folder { throw refused("this is no folder") }
    do {
      try files.makeFolder(path)
    } catch let error as DiskError {
      throw refused(error.path == path ? error.reason : error.description)
    }
    do {
      let trial = FilePath.join(path, ".trial-\(CardID(using: &session.world.random).text)")
      try files.write([], to: trial, replacing: false)
      files.remove(trial)
    } catch let error as DiskError {
      throw refused("nothing can be written in it: \(error.reason)")
    }
    return path
  }

  private static func set(_ preference: Preference, _ value: String?, _ session: Session) throws {
    let database = try session.database(.write)
    let before = try session.preferences(database).text(preference)
    try database.connection.transaction {
      try database.settings.set(preference.rawValue, to: value)
      let after = try session.preferences(database).text(preference)
      if preference.changesSchedules, after != before {
        try Refold(session: session, database: database).run()
      }
    }
  }

  private static func tell(_ preference: Preference, _ preferences: Preferences, _ session: Session) {
    let value = shown(preference, preferences, session)
    if session.isJSON {
      session.console.data(JSON.object([(preference.rawValue, .string(value))]).text + "\n")
    } else {
      session.console.line(Styled(value))
    }
  }

  private static func shown(_ preference: Preference, _ preferences: Preferences, _ session: Session)
    -> String
  {
    let value = preferences.text(preference)
    return preference == .notebook && value.isEmpty ? "\(session.dataFolder)/notebook" : value
  }

  private static func list(_ session: Session) throws -> ExitCode {
    let preferences = try session.preferences(try session.database(.read))
    if session.isJSON {
      let pairs = Preference.allCases.map { ($0.rawValue, JSON.string(shown($0, preferences, session))) }
      session.console.data(JSON.object(pairs).text + "\n")
      return .done
    }
    for preference in Preference.allCases {
      let value = SafeText.line(shown(preference, preferences, session))
      session.console.line(Styled(DisplayWidth.padded(preference.rawValue, to: 17), .strong) + Styled(value))
      CardView.body(preference.help, session, role: .quiet, indent: 2)
    }
    return .done
  }
}
