package import Recall
package import Terminal

/// Everything that lies outside: handed in, so that a test can be the whole world.
package final class World {
  package let clock: any WallClock
  package var random: any RandomNumberGenerator
  package let files: any FileSystem
  package let git: any Git
  package let editor: any Editor
  package let dialogue: any Dialogue
  package let environment: [String: String]
  package let folder: String
  package let output: any TextSink
  package let errors: any TextSink

  package init(
    clock: any WallClock, random: any RandomNumberGenerator, files: any FileSystem, git: any Git,
    editor: any Editor, dialogue: any Dialogue, environment: [String: String], folder: String,
    output: any TextSink, errors: any TextSink
  ) {
    self.clock = clock
    self.random = random
    self.files = files
    self.git = git
    self.editor = editor
    self.dialogue = dialogue
    self.environment = environment
    self.folder = folder
    self.output = output
    self.errors = errors
  }

  package func console(colour: ColourChoice = .auto) -> Console {
    Console(output: output, errors: errors, colour: colour, environment: environment)
  }
}

package protocol WallClock {
  /// The time, with the local offset that is in force.
  func now() throws -> Moment
  /// Milliseconds from an arbitrary start, for measuring how long something takes.
  func ticks() -> Int
}

/// What little is asked of git. An implementation runs only commands that run no program of the repository's.
package protocol Git {
  /// The first commit of the repository that this folder is the root of.
  func rootCommit(of folder: String) -> String?
  /// The full name of the commit that a revision means in the repository around a folder.
  func commit(_ revision: String, in folder: String) -> String?
}

package protocol Editor {
  /// Opens a file in the person's editor and returns when they close it; throws where it ends with an error.
  func open(_ path: String) throws
}
