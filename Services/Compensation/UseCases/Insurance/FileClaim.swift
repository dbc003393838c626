import Contracts
import FoundationEssentials
import Messaging

/// Files a claim with the insurer for a case: the case goes to the insurer (保险).
struct FileClaim: Sendable {
  let take: StepTaker

  /// - Returns: nil when there is no case of this id.
  func callAsFunction(
    _ form: ClaimForm, for id: UUID, by caller: Caller, work: UnitOfWork, authorise: (CompensationCase) throws -> Void
  ) async throws -> InsuranceClaim? {
    var filed: InsuranceClaim?
    _ = try await take.change(
      id, with: .fileClaim, detail: form.json, by: caller, work: work, authorise: authorise
    ) { compensation, circumstances in
      // The policy is locked, so that two claims do not share what is left of its limit.
      guard let policy = try await PolicyStore.find(form.policyId, locked: true, on: work.connection) else {
        throw ClaimError.invalid(field: "body.policyId", reason: "there is no policy of this id")
      }
      let left = try await PolicyStore.leftFen(of: policy, on: work.connection)
      let (claim, event) = try InsuranceClaim.file(
        form, id: UUID(), for: compensation, under: policy, leftFen: left, at: circumstances.now)
      guard try await ClaimStore.insert(claim, on: work.connection) else { throw ClaimError.alreadyClaimed }
      if compensation.status != .insurance { try compensation.enter(.insurance, in: circumstances) }
      filed = claim
      return [event]
    }
    return filed
  }
}
