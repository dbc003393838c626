import Contracts

/// One place at which two sets of rule packs and calendars differ.
struct RuleChange: Equatable {
  /// The pack or calendar, without its version.
  let document: String
  /// Where in it, its parts joined by dots; empty for the document as a whole.
  let path: String
  /// Nil when it is new.
  let before: String?
  /// Nil when it is gone.
  let after: String?

  /// As wide as a pack may be: it was read as one before.
  private static let limits = JSONLimits(maximumBytes: 16 << 20, maximumDepth: 64)

  /// Everything that differs, in the order of documents and places.
  static func between(_ old: [RuleStore.Document], _ new: [RuleStore.Document]) -> [RuleChange] {
    let (before, after) = (contents(old), contents(new))
    return Set(before.keys).union(after.keys).sorted().flatMap { document in
      let (left, right) = (before[document] ?? [:], after[document] ?? [:])
      return Set(left.keys).union(right.keys).sorted().compactMap { path in
        left[path] == right[path]
          ? nil : RuleChange(document: document, path: path, before: left[path], after: right[path])
      }
    }
  }

  /// Each document's places with what stands there. Several versions of a pack, one after the other in time, are documents of
  /// their own.
  private static func contents(_ documents: [RuleStore.Document]) -> [String: [String: String]] {
    var contents: [String: [String: String]] = [:]
    for document in documents {
      var places: [String: String] = [:]
      if document.kind == .pack, let body = try? JSON(parsing: document.body, limits: limits) {
        flatten(body, at: "", into: &places)
      } else {
        // A calendar is short and is read as a whole.
        places["sha256"] = document.hash
      }
      contents[name(of: document, places: places)] = places
    }
    return contents
  }

  private static func name(of document: RuleStore.Document, places: [String: String]) -> String {
    guard document.kind == .pack else { return "calendar \(document.name)" }
    let name = String(document.name.prefix { $0 != " " })
    return places["effective.from"].map { "\(name) from \($0)" } ?? name
  }

  private static func flatten(_ value: JSON, at path: String, into places: inout [String: String]) {
    switch value {
    case .object(let object):
      for member in object.members {
        flatten(member.value, at: path.isEmpty ? member.name : "\(path).\(member.name)", into: &places)
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() { flatten(element, at: "\(path)[\(index)]", into: &places) }
    case .string(let text): places[path] = text
    default: places[path] = value.text
    }
  }
}
