/// Why a paper cannot be drawn up, or a template cannot be used.
enum PaperError: Error, Equatable {
  /// The packs have no template for it.
  case noTemplate(kind: String, listed: [String])
  /// A template is no Mustache, or names a value that no case has.
  case badTemplate(kind: String, reason: String)
}
