import Civics
import Contracts
import FoundationEssentials
import Postgres

/// What has become of service requests, as updates in the extended words.
struct ListRequestUpdates: Sendable {
  struct Update: Sendable {
    let id: Int64
    let request: String
    let at: Date
    let progress: Open311Progress
  }

  let requests: ListServiceRequests

  /// - Parameter written: the numbers of requests, or nil for all of the span.
  func callAsFunction(
    _ window: Open311Window, of written: [String]?, in home: RegionCode, on connection: PostgresConnection
  ) async throws -> [Update] {
    var ids: [UUID]?
    if let written { ids = try await requests.numbers(written, in: home, on: connection).map(\.id) }
    let rows = try await RequestUpdateStore.read(
      window, region: home.description, petitions: ids, on: connection)
    let shown = Dictionary(
      try await requests.shown(Array(Set(rows.map(\.petition))), in: home, on: connection).map { ($0.id, $0.number) },
      uniquingKeysWith: { first, _ in first })
    return rows.compactMap { row in
      guard let request = shown[row.petition], let progress = Open311Progress(step: row.step, detail: row.detail)
      else { return nil }
      return Update(id: row.number, request: request, at: row.at, progress: progress)
    }
  }
}
