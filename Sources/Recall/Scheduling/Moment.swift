/// A point in time together with the local offset that was in force for the person.
///
/// The offset is kept with every event, so that the day of an answer never changes because somebody flew
/// or a government moved a clock.
package struct Moment: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package let milliseconds: Int
  /// Seconds east of UTC.
  package let offset: Int

  package init(milliseconds: Int, offset: Int) {
    self.milliseconds = milliseconds
    self.offset = offset
  }

  package var seconds: Int { milliseconds.floorDivided(by: 1000) }

  /// As RFC 3339 writes it, to the millisecond where there is one.
  package var rfc3339: String {
    let local = seconds + offset
    let date = CivilDate(daysSinceEpoch: local.floorDivided(by: 86_400))
    let second = local - local.floorDivided(by: 86_400) * 86_400
    let fraction = milliseconds - seconds * 1000
    var text = "\(date)T\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60)):\(twoDigits(second % 60))"
    if fraction != 0 {
      let digits = String(fraction)
      text += "." + String(repeating: "0", count: 3 - digits.count) + digits
    }
    guard offset != 0 else { return text + "Z" }
    let minutes = abs(offset) / 60
    return text + (offset < 0 ? "-" : "+") + "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
  }
}

func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}
