import Civics
import Contracts
import FoundationEssentials
import Postgres

/// Cases with what money and insurance say of them, for the table of a county.
struct CompleteCountyTable: Sendable {
  struct Row: Sendable {
    let compensation: CompensationCase
    /// The damage as assessed last, in fen.
    let assessedFen: Int64?
    let receivedFen: Int64
    let claim: InsuranceClaim?
    /// Whether the obligor is insured; nil where there is none.
    let cover: EnterpriseCover?
  }

  func callAsFunction(
    _ cases: [CompensationCase], at now: Date, on connection: PostgresConnection
  ) async throws -> [Row] {
    let ids = cases.map(\.id)
    let assessed = try await AssessmentStore.amounts(ids, on: connection)
    let received = try await PaymentStore.received(ids, on: connection)
    // The newest claim of a case counts.
    let claims = Dictionary(
      try await ClaimStore.list(ofCases: ids, on: connection).map { ($0.caseId, $0) }, uniquingKeysWith: { $1 })
    let covers = try await CoverStore.covers(
      of: cases.compactMap(\.subjectKey), on: ShanghaiTime.day(of: now), on: connection)
    return cases.map { compensation in
      Row(
        compensation: compensation, assessedFen: assessed[compensation.id],
        receivedFen: received[compensation.id] ?? 0, claim: claims[compensation.id],
        cover: compensation.subjectKey.flatMap { covers[$0] })
    }
  }
}
