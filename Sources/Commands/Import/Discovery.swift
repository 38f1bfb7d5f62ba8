internal import Disk
internal import Reading

/// A file to read, and what the person said of it.
struct FoundFile: Equatable {
  let path: String
  /// The folder that was named, or the one that holds the file that was named.
  let importedFrom: String
  let deck: String?
  /// How many cards a decision record may have, where a person said so.
  var most: Int?
  /// What a person said that it is.
  var form: DocumentForm?
  /// A person named this very file, and not a folder around it.
  var isNamed = false
  /// False for a file that is only looked at because others may speak of it.
  var isAsked = true
}

struct Skipped: Equatable {
  let path: String
  let reason: String
}

/// Walks folders for files that can hold cards. Everything that it does not take, it tells.
struct Discovery {
  private let files: any FileSystem
  private(set) var found: [FoundFile] = []
  private(set) var skipped: [Skipped] = []
  /// What was walked or taken already, under whatever name.
  private var visited: Set<String> = []
  private var taken: Set<String> = []
  /// Links are looked at last: the thing itself comes in under its own name.
  private var links: [(path: String, root: String, depth: Int)] = []

  static let endings: Set<String> = ["md", "markdown", "mdown", "mkd", "txt", "text", "rst"]
  private static let deepest = 64

  init(files: any FileSystem) {
    self.files = files
  }

  /// A path that a person named. Returns false where there is nothing.
  mutating func add(_ path: String, deck: String?, most: Int? = nil, form: DocumentForm? = nil) -> Bool {
    let before = found.count
    defer {
      for index in before..<found.count {
        found[index].most = most
        found[index].form = form
      }
    }
    guard let kind = files.target(path), let real = files.real(path) else {
      skipped.append(
        Skipped(
          path: path,
          reason: files.kind(path) == .link ? "a link that leads nowhere" : "no such file or folder"))
      return false
    }
    switch kind {
    case .folder:
      walk(real, root: real, deck: deck, depth: 0)
      followLinks(deck: deck)
    case .file:
      take(real, importedFrom: FilePath.folder(of: real), deck: deck)
      if found.count > before { found[before].isNamed = true }
    case .link, .special:
      skipped.append(Skipped(path: path, reason: "neither a file nor a folder"))
      return false
    }
    return true
  }

  private mutating func take(_ path: String, importedFrom folder: String, deck: String?) {
    guard let identity = files.identity(path) else { return skip(path, "gone while it was looked at") }
    guard visited.insert(identity).inserted else {
      // Named twice it is one file; under two names, the second is told.
      if !taken.contains(path) { skip(path, "a file that was read under another name") }
      return
    }
    taken.insert(path)
    found.append(FoundFile(path: path, importedFrom: folder, deck: deck))
  }

  private mutating func walk(_ folder: String, root: String, deck: String?, depth: Int) {
    guard depth <= Self.deepest else { return skip(folder, "more than \(Self.deepest) folders deep") }
    guard let identity = files.identity(folder) else { return skip(folder, "gone while it was looked at") }
    guard visited.insert(identity).inserted else { return }
    let names: [String]
    do {
      names = try files.list(folder)
    } catch {
      return skip(folder, "the folder cannot be read")
    }
    if depth > 0, names.contains("CACHEDIR.TAG") { return skip(folder, "a cache") }
    for name in names {
      let path = FilePath.join(folder, name)
      switch files.kind(path) {
      case .folder:
        if name == ".git" { continue }
        if name.hasPrefix(".") {
          skip(path, "a hidden folder")
        } else if name == "node_modules" {
          skip(path, "packages of others")
        } else {
          walk(path, root: root, deck: deck, depth: depth + 1)
        }
      case .file: consider(path, shown: path, root: root, deck: deck)
      case .link: links.append((path, root, depth))
      case .special: skip(path, "neither a file nor a folder")
      case nil: skip(path, "gone while it was looked at")
      }
    }
  }

  /// `shown` is the name that stands in the folder: that of a link where one leads to the file.
  private mutating func consider(_ path: String, shown: String, root: String, deck: String?) {
    let name = FilePath.name(of: shown)
    if name.hasPrefix(".") { return skip(shown, "a hidden file") }
    let ending = name.utf8.lastIndex(of: UInt8(ascii: ".")).map {
      name[name.utf8.index(after: $0)...].lowercased()
    }
    guard ending.map(Self.endings.contains) == true || RecordCollection.isDocument(name) else {
      return skip(shown, "neither Markdown nor reStructuredText nor plain text")
    }
    take(path, importedFrom: root, deck: deck)
  }

  private mutating func followLinks(deck: String?) {
    while let link = links.popLast() {
      guard let real = files.real(link.path), let kind = files.target(link.path) else {
        skip(link.path, "a link that leads nowhere, or in a circle")
        continue
      }
      guard FilePath.relative(real, to: link.root) != nil else {
        skip(link.path, "a link that leads out of the folder")
        continue
      }
      guard let identity = files.identity(real), !visited.contains(identity) else {
        skip(link.path, "a link to what was read already")
        continue
      }
      switch kind {
      case .folder: walk(real, root: link.root, deck: deck, depth: link.depth + 1)
      case .file: consider(real, shown: link.path, root: link.root, deck: deck)
      case .link, .special: skip(link.path, "neither a file nor a folder")
      }
    }
  }

  private mutating func skip(_ path: String, _ reason: String) {
    skipped.append(Skipped(path: path, reason: reason))
  }
}
