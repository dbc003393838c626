/// Which legal documents are asked for.
struct DocumentFilter: Sendable {
  /// Six-digit codes; a division covers those below it.
  var regions: [String]
  /// Only those to this addressee, wherever it is.
  var addressee: String?
  var code: String?
  var subject: String?
  var number: String?
}
