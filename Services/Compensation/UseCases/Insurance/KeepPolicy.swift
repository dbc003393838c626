import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Enters policies and changes them.
struct KeepPolicy: Sendable {
  /// - Throws: ``ClaimError/policyNumberTaken(_:)``.
  func enter(_ form: PolicyForm, by caller: Caller, work: UnitOfWork) async throws -> InsurancePolicy {
    let policy = InsurancePolicy(id: UUID(), form: form, updatedAt: work.now)
    guard let kept = try await PolicyStore.insert(policy, on: work.connection) else {
      throw ClaimError.policyNumberTaken(form.number)
    }
    record("entered", kept, by: caller, work: work)
    return kept
  }

  /// - Parameter authorise: throws when the caller may not change this version of the policy.
  /// - Returns: nil when there is none of this id.
  func change(
    _ id: UUID, to form: PolicyForm, by caller: Caller, work: UnitOfWork, authorise: (InsurancePolicy) throws -> Void
  ) async throws -> InsurancePolicy? {
    guard var policy = try await PolicyStore.find(id, locked: true, on: work.connection) else { return nil }
    try authorise(policy)
    policy.form = form
    policy.version += 1
    policy.updatedAt = work.now
    do {
      try await PolicyStore.save(policy, on: work.connection)
    } catch let error as PostgresError where error.sqlState == .uniqueViolation {
      throw ClaimError.policyNumberTaken(form.number)
    }
    record("changed", policy, by: caller, work: work)
    return policy
  }

  private func record(_ action: String, _ policy: InsurancePolicy, by caller: Caller, work: UnitOfWork) {
    work.record(
      AuditEntry(
        actor: caller.subject, action: "policy.\(action)", subject: policy.id.lowercased, cause: caller.requestId,
        detail: policy.form.json.bytes))
  }
}
