import Contracts

/// Made-up values for whatever a template inserts, so that somebody sees at once what a message looks like.
struct TemplateSample {
  /// Deeper than any value a template names.
  private static let deepest = 4

  private let code: String
  private let book: NoticeBook

  /// - Returns: the names that any text of the template inserts; empty for a template that there is not.
  static func words(_ code: String, of book: NoticeBook) -> JSONObject {
    let sample = TemplateSample(code: code, book: book)
    let named = (book.templates[code] ?? []).flatMap { sample.names([$0.title, $0.body]) }
    let shape = sample.shape
    var words = JSONObject()
    for name in Set(named).sorted() {
      guard let field = shape[name] ?? TemplateCheck.always[name] else { continue }
      words.set(name, sample.value(field, name, depth: 0))
    }
    return words
  }

  /// What the template is given: by one of the service's own, or by the events that are told with it.
  private var shape: FieldShape {
    if let own = TemplateInputs.shapes[code] { return own }
    let types = book.notices.filter { $0.value.contains { $0.template == code } }.keys
    let fields = types.compactMap { type -> [String: FieldShape]? in
      if case .object(let fields) = EventFields.shape(of: type) { fields } else { nil }
    }
    return .object(fields.reduce(into: [:]) { all, more in all.merge(more) { first, _ in first } })
  }

  private func names(_ texts: [String]) -> [String] {
    texts.compactMap { try? TemplateOutline($0) }.flatMap { Self.names($0.tags) }
  }

  private static func names(_ tags: [TemplateOutline.Tag]) -> [String] {
    tags.flatMap { tag -> [String] in
      switch tag {
      case .value(let path): path.names.prefix(1).map { $0 }
      case .section(let path, _, let inner): path.names.prefix(1) + names(inner)
      }
    }
  }

  private func value(_ shape: FieldShape, _ name: String, depth: Int) -> JSON {
    guard depth < Self.deepest else { return .string(name) }
    switch shape {
    case .single(let kind): return single(kind, name)
    case .list(let element): return [value(element, name, depth: depth + 1)]
    case .object(let fields):
      var object = JSONObject()
      for field in fields.sorted(by: { $0.key < $1.key }) {
        object.set(field.key, value(field.value, field.key, depth: depth + 1))
      }
      return .object(object)
    }
  }

  private func single(_ kind: FieldShape.Kind, _ name: String) -> JSON {
    switch kind {
    case .number: 3
    case .flag: true
    case .instant: "2026-03-01T16:00:00Z"
    case .day: "2026-03-01"
    case .code: .string(book.words.firstCode(of: name, scope: code) ?? name)
    case .text where name == "unit": .string(book.words.firstBureau ?? name)
    case .text where name.hasSuffix("egion"): "360483"
    case .text where name == "name": "王先生"
    case .text where name == "queryCode": "K7M2Q9XD"
    case .text where name == "petitionNumber": "2026-360483-0000-0000-0000"
    case .text: .string(name)
    }
  }
}
