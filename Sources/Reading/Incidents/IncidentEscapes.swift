/// What let it through.
extension IncidentFinder {
  /// Why no test, alarm or person noticed it, where a heading asks for that.
  func escaped() -> Found {
    let all = material.said([.escape]).filter { $0.text.wordCount >= 3 && !$0.text.hasSuffix(":") }
    let kept = all.filter {
      $0.text.wordCount >= 5 && !$0.text.hasSuffix("?") && !IncidentWords.isAboutPeople($0.text)
        && !IncidentGates.isDoubtful($0.text) && IncidentStanding.stands($0.text)
        && !IncidentGates.isNoFactor($0.text)
    }
    return Self.list(kept, of: all) {
      $0.text.wordCount >= 8 && Self.missing.isIn(IncidentWords.plain($0.text))
    }
  }

  private static let missing = IncidentWords.list(
    """
    no|not|t|never|nothing|only|also|until|late|later|missing|without|lack|lacks|lacked|too|failed|hidden|hid|ignored|
    disabled|untested|unnoticed|nicht|kein|keine|pas|aucun|aucune|sin|ningun|nao|nenhum|sem
    """)
}
