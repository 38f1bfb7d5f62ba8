// swift-tools-version: 6.1
import PackageDescription

let features: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: features)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], without: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: without, swiftSettings: features)
}

let package = Package(
  name: "whet",
  products: [.executable(name: "whet", targets: ["whet"])],
  targets: [
    // C libraries of the system, found by pkg-config; `make deps` installs what is missing.
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    // The one piece of C: libedit speaks in variadic calls and wide characters.
    .target(name: "CEditLine", dependencies: ["CLibEdit"]),

    // The rooms, in the order in which data flows. See ARCHITECTURE.md.
    room("Recall"),
    room("Hands"),
    room("Reading", ["Hands", "Recall", "CMarkdown"]),
    room("Disk"),
    room("Storage", ["Recall", "Disk", "CSQLite"]),
    room("Writing", ["Recall"]),
    room("Terminal", ["CEditLine"]),
    room("Commands", ["Recall", "Hands", "Disk", "Reading", "Storage", "Writing", "Terminal"]),
    room("Host", ["Commands", "Disk", "Recall", "Terminal"]),
    .executableTarget(
      name: "whet", dependencies: ["Host"],
      swiftSettings: features),
    .executableTarget(
      name: "bench",
      dependencies: [
        "Recall", "Hands", "Reading", "Storage", "Commands", "Disk", "Host", "Terminal", "CSQLite",
        "CMarkdown",
      ],
      path: "Benchmarks", swiftSettings: features),

    .target(
      name: "TestSupport", dependencies: ["Recall", "Storage", "Commands", "Disk", "Host", "Terminal"],
      path: "Tests/TestSupport", swiftSettings: features),
    tests("RecallTests", ["Recall"]),
    tests("HandsTests", ["Hands"]),
    tests("ReadingTests", ["Reading", "Hands"], without: ["Fixtures"]),
    tests("StorageTests", ["Storage", "Disk", "Recall", "CSQLite"]),
    tests("WritingTests", ["Writing", "Terminal"]),
    tests("TerminalTests", ["Terminal"]),
    tests("CommandsTests", ["Commands", "Host"], without: ["Fixtures"]),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    tests("EndToEndTests", ["whet", "Commands", "CPseudoTerminal"], without: ["Fixtures"]),
  ],
  swiftLanguageModes: [.v6]
)
