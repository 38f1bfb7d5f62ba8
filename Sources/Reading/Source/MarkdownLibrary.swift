internal import CMarkdown

/// The library that reads Markdown.
package enum MarkdownLibrary {
  package static var version: String { String(cString: cmark_version_string()) }
}
