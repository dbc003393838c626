import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit
import Synchronization

/// The published results (公示) for everybody: what was found and done, and nothing that leads to who complained: not even
/// the number, by which the progress of a case is asked for.
struct PublicationRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let publications: PublicationStore

  func register(on open: RouterGroup<ServiceRequestContext>) {
    open.get("v1/public/publications") { request, context in
      let query = try QueryReader(request, allowing: ["cursor", "limit", "format"])
      if try request.wantsCSV { return table().response(from: request, context: context) }
      let limit = try query.integer("limit", in: 1...PageQuery.largest) ?? 50
      let answer = try await answer(cursor: query.text("cursor"), limit: limit)
      return JSONResponse(answer).response(from: request, context: context)
    }
  }

  /// A page as the route answers it.
  /// - Throws: `Problem` 422 for a cursor of another list.
  func answer(cursor: String?, limit: Int) async throws -> JSON {
    let mark = try cursor.map { text throws(Problem) in
      let keys = try PageCursor(text, of: Self.list, keys: 2).keys
      return PetitionMark(instant: PageCursor.instant(keys[0]), entry: keys[1])
    }
    let page = try await page(after: mark, limit: limit)
    var object = JSONObject()
    object.set("publications", .array(page.lines.map(PublicationView.json)))
    object.set("next", page.next.map { PageCursor([PageCursor.key($0.instant), $0.entry]).text(of: Self.list) })
    return .object(object)
  }

  private static let list = "publications"

  /// A page; it may be short, or empty, and not be the last.
  private func page(
    after mark: PetitionMark?, limit: Int
  ) async throws -> (lines: [PetitionPublication], next: PetitionMark?) {
    let found = try await runner.read { try await publications.page(after: mark, limit: limit, on: $0) }
    let last = found.count < limit ? nil : found.last
    let next = last.flatMap { petition in
      petition.file.published.map { PetitionMark(instant: $0.at, entry: petition.entry) }
    }
    return (found.compactMap(PetitionPublication.init), next)
  }

  private func table() -> CSVStream {
    CSVStream(fileName: "publications.csv", columns: PublicationView.columns) {
      // Nil behind the last page.
      let place = Mutex<PetitionMark??>(.some(nil))
      return {
        guard let mark = place.withLock({ $0 }) else { return nil }
        let page = try await page(after: mark, limit: PageQuery.largest)
        place.withLock { $0 = page.next.map { .some($0) } }
        return page.lines.map(PublicationView.row)
      }
    }
  }
}
