/// All commands, in the order in which help lists them.
package enum Registry {
  package static let commands: [Command] = [
    .quiz, .due, .next, .grade, .undo,
    .importFiles, .refresh, .decisions, .decide, .key, .three, .debug, .incident, .explain, .add, .cards,
    .show, .edit, .suspend,
    .resume,
    .retire,
    .tier, .tag,
    .decks, .sources, .stats, .simulate, .export,
    .backup, .restore, .doctor, .config, .completions, .help, .version, .quit,
  ]
}
