/// Reads the rules of a pack: one value of one kind, and why.
struct RuleEntryReader {
  let documents: [String: SourceDocument]

  private static let reasons = ["source", "assumed", "reason", "note"]

  func entry(_ key: String, _ node: PackNode) throws(RulePackError) -> RuleEntry {
    let kinds = RuleKind.allCases.map(\.rawValue)
    try node.onlyKeys(kinds + Self.reasons)
    let values = try node.fields().filter { kinds.contains($0.key) }
    guard values.count == 1, let field = values.first, let kind = RuleKind(rawValue: field.key) else {
      throw node.failure("needs exactly one value; expected one of \(kinds.joined(separator: ", "))")
    }
    guard let provenance = try provenance(node) else {
      throw node.failure("has neither a source nor “assumed: true” with a reason")
    }
    return RuleEntry(
      key: key, value: try value(field.value, kind, key), provenance: provenance, note: try node.at("note")?.text())
  }

  private func value(_ node: PackNode, _ kind: RuleKind, _ key: String) throws(RulePackError) -> RuleValue {
    switch kind {
    case .list:
      return .list(try node.elements().map { (element) throws(RulePackError) in try element.text() })
    case .durations:
      return .durations(
        try node.elements().map { (element) throws(RulePackError) in
          guard let duration = TechnicalDuration.read(try element.text()) else {
            throw element.failure("“\(try element.text())” is not a duration")
          }
          return duration
        })
    case .table:
      return .table(try table(node, key))
    default:
      return try node.scalar(kind)
    }
  }

  private func table(_ node: PackNode, _ key: String) throws(RulePackError) -> RuleTable {
    try node.onlyKeys(["columns", "rows"])
    let columns = try node.required("columns").fields().map { (field) throws(RulePackError) in
      let text = try field.value.text()
      guard let kind = RuleKind(rawValue: text.hasSuffix("?") ? String(text.dropLast()) : text), kind.isScalar else {
        throw field.value.failure(
          "unknown kind “\(text)”; expected one of "
            + RuleKind.allCases.filter(\.isScalar).map(\.rawValue).joined(separator: ", ") + ", with ? when optional")
      }
      guard !Self.reasons.contains(field.key) else {
        throw field.value.failure("a column cannot be named \(field.key)")
      }
      return RuleTable.Column(name: field.key, kind: kind, isOptional: text.hasSuffix("?"))
    }.sorted { $0.name < $1.name }
    let rows = try node.required("rows").elements()
      .map { (element) throws(RulePackError) in try row(element, columns, key) }
    guard !rows.isEmpty else { throw node.failure("has no rows") }
    return RuleTable(columns: columns, rows: rows)
  }

  private func row(_ node: PackNode, _ columns: [RuleTable.Column], _ key: String) throws(RulePackError) -> RuleRow {
    try node.onlyKeys(columns.map(\.name) + Self.reasons)
    var cells: [String: RuleValue] = [:]
    for column in columns {
      guard let cell = try node.at(column.name) else {
        if column.isOptional { continue }
        throw node.failure("“\(column.name)” is missing")
      }
      cells[column.name] = try cell.scalar(column.kind)
    }
    return RuleRow(key: key, cells: cells, provenance: try provenance(node))
  }

  private func provenance(_ node: PackNode) throws(RulePackError) -> RuleProvenance? {
    let source: RuleSource? = if let field = try node.at("source") { try self.source(field) } else { nil }
    let assumed: Bool
    if let field = try node.at("assumed") {
      guard try field.text() == "true" else { throw field.failure("write “assumed: true” or leave it out") }
      assumed = true
    } else {
      assumed = false
    }
    let reason = try node.at("reason")
    if assumed, reason == nil { throw node.failure("“assumed: true” needs a reason") }
    if !assumed, let reason { throw reason.failure("a reason belongs to “assumed: true”") }
    guard source != nil || assumed else { return nil }
    return RuleProvenance(source: source, isAssumed: assumed, reason: try reason?.text())
  }

  private func source(_ node: PackNode) throws(RulePackError) -> RuleSource {
    try node.onlyKeys(["of", "article", "quote", "mark", "confidence"])
    let cited = try node.required("of")
    guard let document = documents[try cited.text()] else {
      throw cited.failure("“\(try cited.text())” is not among the documents of this pack")
    }
    let mark: ProvenanceMark = if let field = try node.at("mark") { try Self.mark(field) } else { document.mark }
    var confidence: Int?
    if let field = try node.at("confidence") {
      guard let percent = Int(try field.text()), (1...100).contains(percent) else {
        throw field.failure("“\(try field.text())” is not a confidence; write 1 to 100")
      }
      confidence = percent
    }
    guard (mark == .generalKnowledge) == (confidence != nil) else {
      throw node.failure("a confidence belongs to mark K and to no other")
    }
    return RuleSource(
      document: document, article: try node.at("article")?.text(), quote: try node.at("quote")?.text(), mark: mark,
      confidence: confidence)
  }

  static func mark(_ node: PackNode) throws(RulePackError) -> ProvenanceMark {
    let text = try node.text()
    guard let mark = ProvenanceMark(rawValue: text) else {
      throw node.failure("unknown mark “\(text)”; expected one of S, V, P, K")
    }
    return mark
  }
}
