import Contracts
import Hummingbird
import ServiceKit

/// The page of one thing of the API that has nothing more to show than its fields, the lists in it, and what the reader
/// may do with it.
public struct RecordPage: Sendable {
  /// Below `/pages`, with parts in braces.
  let path: String
  let title: PageText
  let source: String
  let actions: [PageAction]
  let scopes: [String: String]
  let hidden: Set<String>
  let more: @Sendable (PageVisit) -> [[String: any Sendable]]

  /// - Parameters:
  ///   - source: the route of the API, with the same parts as the path.
  ///   - scopes: see ``RecordView``.
  ///   - hidden: fields that this page leaves out.
  ///   - more: further links among the actions.
  public init(
    path: String, title: PageText, source: String, actions: [PageAction] = [], scopes: [String: String] = [:],
    hidden: Set<String> = [], more: @escaping @Sendable (PageVisit) -> [[String: any Sendable]] = { _ in [] }
  ) {
    self.path = path
    self.title = title
    self.source = source
    self.actions = actions
    self.scopes = scopes
    self.hidden = hidden
    self.more = more
  }

  func show(_ visit: PageVisit) async throws -> Response {
    guard let path = PagePath.filled(source, { try? visit.parameter($0) }) else {
      throw Problem.notFound("There is nothing at this path.")
    }
    var values = RecordView(visit, scopes: scopes).values(try await visit.get(path).json, without: hidden)
    values["actions"] = visit.links(to: actions) { try? visit.parameter($0) } + more(visit)
    return visit.show("record", title, values)
  }
}

extension PageRoutes {
  /// Adds pages of single things.
  public func records(_ records: [RecordPage]) {
    for record in records { get(record.path) { visit in try await record.show(visit) } }
  }
}
