/// The languages in which people are answered.
public enum PublicLanguage: String, Sendable, CaseIterable {
  case chinese = "zh-CN"
  case english = "en"

  /// The language that a caller likes best (RFC 9110 §12.5.4); Chinese where there is no telling.
  public init(accepting header: String?) {
    var best: (language: PublicLanguage, weight: Double)?
    for part in (header ?? "").prefix(512).split(separator: ",") {
      let fields = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
      guard let range = fields.first else { continue }
      let weight = fields.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
      let language: PublicLanguage? =
        range.hasPrefix("zh") || range == "*" ? .chinese : range.hasPrefix("en") ? .english : nil
      if let language, weight > best?.weight ?? 0 { best = (language, weight) }
    }
    self = best?.language ?? .chinese
  }
}
