/// Reads just enough of a media type (RFC 9110 §8.3) to tell the modes of the binding apart.
enum MediaType {
  /// `application/json` in lower case, without parameters and white space.
  static func essence(_ text: String) -> String {
    let type = text.prefix { $0 != ";" }.lowercased()
    return String(type.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// True for `application/json`, any `…+json`, `text/json`, and for no type at all, which CloudEvents reads as JSON.
  static func isJSON(_ text: String?) -> Bool {
    guard let text, text != "application/json" else { return true }
    let essence = essence(text)
    return essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
  }

  /// False when a charset other than UTF-8 (or its subset ASCII) is named.
  static func isUTF8(_ text: String) -> Bool {
    guard let parameter = text.lowercased().split(separator: ";").dropFirst().first(where: { $0.contains("charset") })
    else { return true }
    let name = parameter.split(separator: "=").last.map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
    return name == "utf-8" || name == "utf8" || name == "us-ascii"
  }
}
