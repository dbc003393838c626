import Contracts
import Hummingbird
import Pages
import ServiceKit

/// One thing of the API as a page: what is known of it, the lists inside of it, and what the reader may do.
struct DetailPage: Sendable {
  /// A list inside.
  struct Table: Sendable {
    /// Where it stands in the answer.
    let value: String
    let title: PageText
    let columns: [ListColumn]
  }

  /// Below `/pages`, with parts in braces as in the route.
  let path: String
  let title: PageText
  /// The route of the API.
  let source: String
  let fields: [ListColumn]
  /// Fields of long text, shown below the others.
  var texts: [String] = []
  var tables: [Table] = []
  var actions: [PageAction] = []
  /// In which states an action makes sense, by the last part of its path; any that is not named, in every state.
  var states: [String: Set<String>] = [:]
  /// Pages that belong to it.
  var links: [PageLink] = []

  func register(on pages: PageRoutes) {
    pages.get(path) { visit in try await show(visit) }
  }

  private func show(_ visit: PageVisit) async throws -> Response {
    guard let path = PagePath.filled(source, { try? visit.parameter($0) }) else {
      throw Problem.notFound("There is nothing at this path.")
    }
    let json = try await visit.get(path).json
    return visit.show("detail", title, values(json, visit))
  }

  /// What the template inserts.
  func values(_ json: JSON, _ visit: PageVisit) -> [String: any Sendable] {
    let cells = CellText(visit)
    return [
      "fields": cells.lines(fields, of: json),
      "texts": texts.compactMap { name -> [String: any Sendable]? in
        guard let text = json[name].map({ $0.string ?? $0.text }) else { return nil }
        return ["label": visit.words.text(name, visit.reader.language), "text": text]
      },
      "tables": tables.map { cells.table($0.title, $0.columns, json[$0.value]?.array ?? []) },
      "actions": offered(json, visit),
      "links": links.compactMap { link -> [String: any Sendable]? in
        guard let path = PagePath.filled(link.path, { name in Self.part(name, json, visit) }) else { return nil }
        return ["path": path, "words": link.words[visit.reader.language]]
      },
    ]
  }

  private func offered(_ json: JSON, _ visit: PageVisit) -> [[String: any Sendable]] {
    let state = json["status"]?.string ?? ""
    let fitting = actions.filter { action in
      let last = action.route.path.split(separator: "/").last.map(String.init) ?? ""
      return states[last]?.contains(state) ?? true
    }
    return visit.links(to: fitting) { Self.part($0, json, visit) }
  }

  private static func part(_ name: String, _ json: JSON, _ visit: PageVisit) -> String? {
    (try? visit.parameter(name)) ?? json[name]?.string
  }
}
