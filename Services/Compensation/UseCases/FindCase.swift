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
  }

  let cases: CaseStore

  func callAsFunction(_ id: UUID, on connection: PostgresConnection) async throws -> Found? {
    guard let compensation = try await cases.find(id, on: connection) else { return nil }
    var penalty: [JSON] = []
    if let beside = compensation.penalty { penalty = try await PenaltyStore.list(beside, on: connection) }
    return Found(
      compensation: compensation, history: try await StepStore.history(id, on: connection),
      payments: try await PaymentStore.list(id, on: connection),
      receivedFen: try await PaymentStore.received(id, on: connection), penalty: penalty)
  }
}
