extension RulePack {
  /// Reads a pack. `file` is only for messages; nothing is opened here. The first fault found is thrown with its place.
  public init(yaml: String, file: String) throws(RulePackError) {
    let root = try PackNode.root(yaml: yaml, file: file)
    try root.onlyKeys(["pack", "title", "version", "inherits", "region", "effective", "documents", "rules", "note"])
    let nameNode = try root.required("pack")
    name = try nameNode.text()
    guard Self.isName(name) else { throw nameNode.failure("“\(name)” is not a name; use a-z, 0-9 and -") }
    title = try root.required("title").text()
    version = try root.required("version").text()
    inherits = try root.at("inherits")?.text()
    region = try Self.region(root.required("region"))
    (effectiveFrom, effectiveThrough) = try Self.effective(root.required("effective"))
    let documents = try Self.documents(root.required("documents"))
    var entries: [String: RuleEntry] = [:]
    for (key, node) in try root.required("rules").fields() {
      guard key.split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ Self.isName(String($0)) }) else {
        throw node.failure("“\(key)” is not a key; use words of a-z, 0-9 and - joined by dots")
      }
      entries[key] = try RuleEntryReader(documents: documents).entry(key, node)
    }
    self.documents = documents
    self.entries = entries
    canonicalBytes = PackCanonicalForm.bytes(of: root.node)
    hash = PackCanonicalForm.hash(canonicalBytes)
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }

  private static func region(_ node: PackNode) throws(RulePackError) -> RegionCode {
    let text = try node.text()
    do throws(RegionCodeError) { return try RegionCode(text) } catch { throw node.failure(error.description) }
  }

  private static func effective(_ node: PackNode) throws(RulePackError) -> (CivilDate, CivilDate?) {
    try node.onlyKeys(["from", "through"])
    let from = try node.required("from").day()
    let through = try node.at("through")
    let last: CivilDate? = if let through { try through.day() } else { nil }
    if let through, let last, last < from { throw through.failure("ends on \(last), before it begins on \(from)") }
    return (from, last)
  }

  private static func documents(_ node: PackNode) throws(RulePackError) -> [String: SourceDocument] {
    var documents: [String: SourceDocument] = [:]
    for (id, field) in try node.fields() {
      try field.onlyKeys(["title", "mark"])
      documents[id] = SourceDocument(
        id: id, title: try field.required("title").text(), mark: try RuleEntryReader.mark(field.required("mark")))
    }
    return documents
  }
}
