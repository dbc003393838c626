/// Holds a template against the values it will be given.
enum TemplateCheck {
  /// What every message may name beside the values of its event: who it is for, and the document it delivers.
  static let always: [String: FieldShape] = ["name": .single(.text), "documentNumber": .single(.text)]

  /// - Returns: what is wrong; empty when every value it names will be there.
  static func problems(_ outline: TemplateOutline, for shape: FieldShape) -> [TemplateError] {
    problems(outline.tags, stack: [.object(always), shape])
  }

  private static func problems(_ tags: [TemplateOutline.Tag], stack: [FieldShape]) -> [TemplateError] {
    tags.flatMap { tag -> [TemplateError] in
      switch tag {
      case .value(let path):
        guard let found = find(path, stack) else { return [unknown(path, stack)] }
        return shown(path, found)
      case .section(let path, let inverted, let inner):
        guard let found = find(path, stack) else { return [unknown(path, stack)] }
        if inverted { return problems(inner, stack: stack) }
        switch found {
        case .list(let element): return problems(inner, stack: stack + [element])
        case .object, .single: return problems(inner, stack: stack + [found])
        }
      }
    }
  }

  /// A name is looked for from the inside out, as Mustache does.
  private static func find(_ path: TemplatePath, _ stack: [FieldShape]) -> FieldShape? {
    if path.names == [TemplatePath.current] { return stack.last }
    guard let first = path.names.first, let start = stack.reversed().lazy.compactMap({ $0[first] }).first else {
      return nil
    }
    return path.names.dropFirst().reduce(start as FieldShape?) { shape, name in
      if case .list = shape { nil } else { shape?[name] }
    }
  }

  private static func shown(_ path: TemplatePath, _ shape: FieldShape) -> [TemplateError] {
    guard case .single(let kind) = shape else {
      return [TemplateError(line: path.line, message: "“\(path.text)” holds several values; open a section for it")]
    }
    guard let inner = path.formats.last, !inner.shows(kind) else { return [] }
    return [
      TemplateError(line: path.line, message: "“\(path.text)” is a \(kind.rawValue) and has no \(inner.rawValue)")
    ]
  }

  private static func unknown(_ path: TemplatePath, _ stack: [FieldShape]) -> TemplateError {
    let known = stack.flatMap { shape -> [String] in
      if case .object(let fields) = shape { Array(fields.keys) } else { [] }
    }
    return TemplateError(
      line: path.line,
      message: "there is no “\(path.text)” here; known are \(Set(known).sorted().joined(separator: ", "))")
  }
}
