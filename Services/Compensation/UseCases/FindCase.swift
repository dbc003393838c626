import Civics
import Contracts
import FoundationEssentials
import Postgres

/// One case with everything that belongs to it.
struct FindCase: Sendable {
  struct Found: Sendable {
    let compensation: CompensationCase
    let history: [JSON]
    let payments: [JSON]
    let receivedFen: Int64
    let penalty: [JSON]
    /// Whether the obligor is insured; nil where there is none.
    let cover: EnterpriseCover?
  }

  let cases: CaseStore

  /// - Parameters:
  ///   - name: the id, or the number as it stands on papers.
  ///   - now: for what depends on the day.
  func callAsFunction(_ name: String, at now: Date, on connection: PostgresConnection) async throws -> Found? {
    guard let compensation = try await find(name, on: connection) else { return nil }
    var penalty: [JSON] = []
    if let beside = compensation.penalty {
      penalty = (try await PenaltyStore.records([beside], on: connection)[beside] ?? []).map(Self.told)
    }
    return Found(
      compensation: compensation, history: try await StepStore.history(compensation.id, on: connection),
      payments: try await PaymentStore.list(compensation.id, on: connection),
      receivedFen: try await PaymentStore.received(compensation.id, on: connection), penalty: penalty,
      cover: try await cover(compensation, at: now, on: connection))
  }

  private func cover(
    _ compensation: CompensationCase, at now: Date, on connection: PostgresConnection
  ) async throws -> EnterpriseCover? {
    guard let subject = compensation.subjectKey else { return nil }
    return try await CoverStore.covers(of: [subject], on: ShanghaiTime.day(of: now), on: connection)[subject]
  }

  private func find(_ name: String, on connection: PostgresConnection) async throws -> CompensationCase? {
    if let id = UUID(text: name) { return try await cases.find(id, on: connection) }
    guard name.hasPrefix("C"), name.utf8.count <= 64 else { return nil }
    return try await cases.read(
      "select \(CaseRow.columns) from compensation_case where number = \(name)", on: connection
    ).first?.compensation
  }

  private static func told(_ record: PenaltyRecord) -> JSON {
    var object = JSONObject()
    object.set("kind", record.kind)
    object.set("at", record.at)
    object.set("detail", record.detail)
    object.set("corrected", record.isCorrected ? true : nil)
    return .object(object)
  }
}
