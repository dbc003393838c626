import Civics
public import Contracts
import FoundationEssentials
public import Mustache

/// A text or number of the API's JSON as a template inserts it, with what a reader wants of it: `{{word(status)}}`.
///
/// Transforms: `word` (what a word of a list is called), `time` and `day` (an instant by China's clock), `lastDay` (the
/// last day of a period that ends at this instant), `yuan` (an amount in fen), `percent` (a share), `part` (encoded for
/// an address).
public struct PageValue: Sendable, CustomStringConvertible, MustacheTransformable, MustacheParent {
  let text: String
  let words: WordBook
  let language: PublicLanguage
  /// The name of the field it stands in, under which its words may have a meaning of their own.
  let field: String?

  public var description: String { text }

  /// Nothing: inside a section of it, names are those of what is around.
  public func child(named: String) -> Any? { nil }

  /// JSON for a template: objects become dictionaries, arrays lists; `null` and `""` are left out.
  public static func values(
    _ json: JSON, words: WordBook, language: PublicLanguage, field: String? = nil
  ) -> (any Sendable)? {
    switch json {
    case .null: nil
    case .bool(let value): value
    case .number(let text): PageValue(text: text, words: words, language: language, field: field)
    case .string(let text): text.isEmpty ? nil : PageValue(text: text, words: words, language: language, field: field)
    case .array(let elements):
      elements.compactMap { values($0, words: words, language: language, field: field) } as [any Sendable]
    case .object(let object): Self.dictionary(object, words: words, language: language)
    }
  }

  static func dictionary(_ object: JSONObject, words: WordBook, language: PublicLanguage) -> [String: any Sendable] {
    var found: [String: any Sendable] = [:]
    for member in object.members {
      found[member.name] = values(member.value, words: words, language: language, field: member.name)
    }
    return found
  }

  public func transform(_ name: String) -> Any? {
    switch name {
    case "word": words.text(text, in: field, language)
    case "time": Self.local(text).map { String($0.prefix(16)) } ?? text
    case "day": Self.local(text).map { String($0.prefix(10)) } ?? text
    case "lastDay": Self.local(text, before: 1).map { String($0.prefix(10)) } ?? text
    case "yuan": Self.yuan(text) ?? text
    case "percent": Decimal(string: text).map { "\($0 * 100) %" } ?? text
    case "part": PagePath.part(text)
    default: nil
    }
  }

  /// `2026-01-07 09:00:00` by China's clock, which has no summer time.
  static func local(_ text: String, before seconds: Double = 0) -> String? {
    guard let instant = RFC3339.date(from: text) else { return nil }
    let shifted = RFC3339.text(of: instant.addingTimeInterval(8 * 3600 - seconds))
    return shifted.replacing("T", with: " ")
  }

  /// `1,234.50` of 123450 fen.
  static func yuan(_ text: String) -> String? {
    guard let fen = Int64(text) else { return nil }
    let digits = String(fen.magnitude / 100)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    let rest = fen.magnitude % 100
    return (fen < 0 ? "-" : "") + grouped + (rest < 10 ? ".0\(rest)" : ".\(rest)")
  }
}
