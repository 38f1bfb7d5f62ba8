internal import Commands
internal import Glibc
package import Recall

/// The system's clock, with the offset that the system's time zone has at that moment.
package struct SystemClock: WallClock {
  package init() {}

  package func now() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let seconds = Int(time.tv_sec)
    return Moment(
      milliseconds: seconds * 1000 + Int(time.tv_nsec) / 1_000_000, offset: Self.localOffset(seconds))
  }

  package func ticks() -> Int { Self.monotonic() }

  static func monotonic() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }

  package static func localOffset(_ seconds: Int) -> Int {
    var instant = time_t(seconds)
    var local = tm()
    return localtime_r(&instant, &local) == nil ? 0 : local.tm_gmtoff
  }
}

/// A clock that stands still where `WHET_NOW` says, for tests and scripts.
package struct FixedClock: WallClock {
  private let text: String

  package init(_ text: String) {
    self.text = text
  }

  package func now() throws -> Moment {
    guard let moment = Moment(rfc3339: text, localOffset: SystemClock.localOffset) else {
      throw UsageError("WHET_NOW is no RFC 3339 time: \"\(text)\"", hint: "such as 2026-03-02T09:00:00+01:00")
    }
    return moment
  }

  package func ticks() -> Int { SystemClock.monotonic() }
}
