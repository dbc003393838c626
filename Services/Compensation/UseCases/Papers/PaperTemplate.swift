import Contracts
import Mustache

/// A template of a paper, logic-less (Mustache): plain text, nothing is escaped.
struct PaperTemplate {
  private let parsed: MustacheTemplate

  /// - Throws: ``PaperError/badTemplate(kind:reason:)``.
  init(_ text: String, kind: String) throws(PaperError) {
    do {
      parsed = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text)
    } catch {
      throw .badTemplate(kind: kind, reason: "\(error)")
    }
  }

  func render(_ words: JSON) -> String { parsed.render(Self.value(words) ?? [:]) }

  /// As Mustache reads values: objects by their members, lists one by one, nothing for what is not there.
  private static func value(_ json: JSON) -> Any? {
    switch json {
    case .null: nil
    case .bool(let flag): flag
    case .number(let text): text
    case .string(let text): text
    case .array(let items): items.compactMap { value($0) }
    case .object(let object):
      Dictionary(object.members.compactMap { member in value(member.value).map { (member.name, $0) } }) { first, _ in
        first
      }
    }
  }
}
