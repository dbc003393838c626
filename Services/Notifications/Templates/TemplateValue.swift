import Contracts
import Mustache

/// A JSON value as Mustache sees it: members by name, formats as transforms, nothing by reflection.
struct TemplateValue: MustacheParent, MustacheTransformable, MustacheCustomRenderable, Sendable {
  private let json: JSON
  /// The name it stands under.
  private let field: String
  private let writer: TemplateWriter

  /// The outermost value.
  init(_ words: JSONObject, writer: TemplateWriter) {
    self.init(json: .object(words), field: "", writer: writer)
  }

  private init(json: JSON, field: String, writer: TemplateWriter) {
    self.json = json
    self.field = field
    self.writer = writer
  }

  func child(named name: String) -> Any? { json[name].flatMap { Self.wrap($0, field: name, writer: writer) } }

  func transform(_ name: String) -> Any? {
    guard let format = TemplateFormat(rawValue: name), let text = writer.text(json, of: field, as: format) else {
      return nil
    }
    return TemplateValue(json: .string(text), field: field, writer: writer)
  }

  var renderText: String { TemplateWriter.plain(json) }
  var isNull: Bool { json.isNull }

  /// Truth values and lists are what sections go by; a text without words counts as absent.
  private static func wrap(_ json: JSON, field: String, writer: TemplateWriter) -> Any? {
    switch json {
    case .null: nil
    case .bool(let flag): flag
    case .array(let elements): elements.compactMap { wrap($0, field: field, writer: writer) }
    case .string(let text) where text.isEmpty: nil
    case .string, .number, .object: TemplateValue(json: json, field: field, writer: writer)
    }
  }
}
