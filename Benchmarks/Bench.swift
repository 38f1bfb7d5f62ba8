import Disk
import Glibc

/// Speed, as ratios to something independent that is measured in the same run: times alone say more about the
/// machine than about the program.
@main
enum Bench {
  static func main() throws {
    let words = CommandLine.arguments
    if words.count == 5, words[1] == "--memory" {
      return try ProcessBench.tellMemory(binary: words[2], database: words[3], answer: words[4])
    }
    guard CommandLine.arguments.count == 2 else {
      print("usage: bench PATH-TO-WHET")
      exit(2)
    }
    let binary = FilePath.real(CommandLine.arguments[1]) ?? CommandLine.arguments[1]
    let folder = try Workplace()
    print("                                        whet        raw    ratio   to reach")
    // The records alone, for whoever is making them faster: the rest takes most of a minute.
    if getenv("WHET_BENCH_NOTES") != nil { return NoteBench().run() }
    if getenv("WHET_BENCH_RECORDS") != nil { return try RecordBench(folder: folder).run() }
    try GradeBench(folder: folder).run()
    for count in [10_000, 100_000] { try ImportBench(folder: folder, count: count).run() }
    try RecordBench(folder: folder).run()
    NoteBench().run()
    try ProcessBench(folder: folder, binary: binary).run()
  }
}

/// A folder for the databases of a run, gone at its end.
final class Workplace {
  let path: String

  init() throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    path = "\(FilePath.resolved(base))/whet-bench-\(getpid())"
    try PrivateFile.makeFolder(path)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  deinit {
    guard let directory = opendir(path) else { return }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      unlink("\(path)/\(name)")
    }
    closedir(directory)
    rmdir(path)
  }
}

enum Measure {
  static func microseconds(_ body: () throws -> Void) rethrows -> Double {
    var before = timespec()
    var after = timespec()
    clock_gettime(CLOCK_MONOTONIC, &before)
    try body()
    clock_gettime(CLOCK_MONOTONIC, &after)
    return Double(after.tv_sec - before.tv_sec) * 1e6 + Double(after.tv_nsec - before.tv_nsec) / 1e3
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  /// What a thing takes when nothing else gets in its way: what else a machine does only ever adds to that.
  static func best(_ values: [Double]) -> Double { values.min() ?? 0 }

  static func row(_ title: String, _ ours: Double, _ raw: Double, limit: String) {
    print("\(padded(title, 36)) \(time(ours)) \(time(raw)) \(right(decimal(ours / raw), 8))   \(limit)")
  }

  static func time(_ microseconds: Double) -> String {
    right(microseconds < 10_000 ? "\(Int(microseconds)) us" : "\(Int(microseconds / 1000)) ms", 10)
  }

  static func decimal(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
