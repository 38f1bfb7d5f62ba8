internal import CEditLine

/// The library that edits the line.
package enum EditLine {
  package static var libraryVersion: String { "\(whet_editline_major()).\(whet_editline_minor())" }
}
