public import Hummingbird

extension Request {
  /// Whether the caller asks for a table instead of JSON: `?format=csv`, or `Accept: text/csv` before anything else.
  /// - Throws: ``Problem`` 422 for a format that is neither.
  public var wantsCSV: Bool {
    get throws(Problem) {
      switch uri.queryParameters["format"] {
      case "csv": return true
      case "json": return false
      case nil: return headers[.accept]?.lowercased().hasPrefix("text/csv") ?? false
      case .some: throw QueryReader.invalid("format", "json or csv")
      }
    }
  }
}
