import Contracts
import Hummingbird
import Pages

/// The page of one thing of the API: its fields, the lists in it, and what the reader may do with it.
struct DetailPage: Sendable {
  /// Below `/pages`, with parts in braces.
  let path: String
  let title: PageText
  /// The route of the API, with the same parts.
  let source: String
  var actions: [PageAction] = []
  var scopes: [String: String] = [:]
  /// A value of a further part in actions' paths: each gives its own link.
  var steps: [StepName] = []

  func show(_ visit: PageVisit) async throws -> Response {
    guard let path = PagePath.filled(source, { try? visit.parameter($0) }) else { throw CaseRoutes.missing }
    let json = try await visit.get(path).json
    let view = RecordView(words: visit.words, language: visit.reader.language, scopes: scopes)
    let done = visit.links(to: actions.filter { !$0.route.path.contains("{step}") }) { try? visit.parameter($0) }
    let joint = steps.flatMap { step in
      let links = visit.links(to: actions.filter { $0.route.path.contains("{step}") }) { name in
        name == "step" ? step.rawValue : try? visit.parameter(name)
      }
      let title = CompensationWords.title(of: step)[visit.reader.language]
      return links.map { link in
        link.merging(["words": "\(link["words"] as? String ?? "")：\(title)"]) { $1 }
      }
    }
    return visit.show(
      "detail", title, ["fields": view.rows(json), "tables": view.tables(json), "actions": done + joint])
  }
}

extension PageRoutes {
  /// Adds pages of single things.
  func details(_ details: [DetailPage]) {
    for detail in details { get(detail.path) { visit in try await detail.show(visit) } }
  }
}
