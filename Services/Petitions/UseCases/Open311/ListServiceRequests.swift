import Civics
import Contracts
import FoundationEssentials
import Postgres

/// Petitions as service requests of GeoReport v2: those of the jurisdiction that the public may know of.
struct ListServiceRequests: Sendable {
  /// What a client asks for.
  struct Query: Sendable {
    let window: Open311Window
    var services: [Open311Service] = []
    var statuses: [Open311Status] = []
    var page = 1
    var pageSize = ListServiceRequests.most
  }

  /// The most requests that one span shows, over all its pages.
  static let most = 1_000
  /// How many numbers may be asked for at once.
  static let mostNumbers = 100

  let list: ListPetitions
  let petitions: PetitionStore

  /// A page of the newest first.
  func callAsFunction(
    _ query: Query, in home: RegionCode, on connection: PostgresConnection
  ) async throws -> [Petition] {
    var filter = PetitionFilter(regions: [home.description], limit: ListPetitions.largestPage)
    filter.isSecret = false
    filter.receivedFrom = query.window.from
    filter.receivedBefore = query.window.before
    filter.categories = query.services.map(\.category)
    // Both words together are every stage.
    if let status = query.statuses.first, query.statuses.allSatisfy({ $0 == status }) {
      filter.statuses = status.stages
    }
    let skipped = (query.page - 1) * query.pageSize
    let end = min(skipped + query.pageSize, Self.most)
    var found: [Petition] = []
    while found.count < end {
      let page = try await list(filter, on: connection)
      found += page.petitions.filter(\.mayBeShown)
      guard let next = page.next else { break }
      filter.after = next
    }
    return Array(found.prefix(end).dropFirst(skipped))
  }

  /// Those of these numbers; one that is unknown, secret or of another jurisdiction is missing from the answer.
  func numbers(
    _ written: [String], in home: RegionCode, on connection: PostgresConnection
  ) async throws -> [Petition] {
    let ids = try await petitions.ids(of: written.compactMap { PetitionNumber($0) }, on: connection)
    return try await shown(Array(ids.values), in: home, on: connection)
  }

  /// Those of these ids that may be shown here, the newest first.
  func shown(_ ids: [UUID], in home: RegionCode, on connection: PostgresConnection) async throws -> [Petition] {
    guard !ids.isEmpty else { return [] }
    let found = try await petitions.read("id = any(\(ids)) order by entry desc", on: connection)
    return found.map(\.petition).filter { petition in
      petition.mayBeShown && ((try? RegionCode(petition.region)).map(home.covers) ?? false)
    }
  }
}
