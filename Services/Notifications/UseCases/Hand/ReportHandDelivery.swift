import Contracts
import FoundationEssentials
import Messaging

/// Writes down what came of a delivery by hand, and tells it as it tells what machines deliver.
struct ReportHandDelivery: Sendable {
  let policy: @Sendable () throws -> MessagePolicy
  let settle: SettleMessages
  let acknowledge: AcknowledgeMessage

  /// - Parameter authorise: throws when the caller may not see it.
  /// - Returns: where the message stands now; nil when no such delivery waits.
  /// - Throws: `MessageError.notTaken` when the caller did not take it, `proofMissing`.
  func callAsFunction(
    _ report: HandReport, on id: UUID, by caller: Caller, work: UnitOfWork, authorise: (HandDelivery) throws -> Void
  ) async throws -> MessageResult? {
    guard let delivery = try await HandDeliveryStore.find(id, on: work.connection) else { return nil }
    try authorise(delivery)
    let keys = try await MessageStore.recordKeys(of: [id], on: work.connection)
    var sequences = try await MessageStore.lock(subjects: keys, on: work.connection)
    guard let (row, standing) = try await MessageStore.standing(of: id, on: work.connection),
      standing.status == "by-hand"
    else { return nil }
    guard standing.isInHands(of: caller.subject, at: Date()) else { throw MessageError.notTaken }
    let policy = try policy()
    let result = try report.apply(to: row, by: caller.subject, limit: policy.handAttempts, at: Date())
    try await settle.settle([result], sequences: &sequences, policy: policy, work: work)
    if let kind = report.acknowledged, case .delivered(let receipt) = result.end {
      let note = AcknowledgeMessage.Note(kind: kind, proof: receipt.proof, proofSha256: receipt.sha256)
      try await acknowledge.write(note, on: row, by: caller.subject, sequences: &sequences, work: work)
    }
    return result
  }
}
