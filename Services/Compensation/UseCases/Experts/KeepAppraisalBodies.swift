import Contracts
import FoundationEssentials
import Messaging

/// Enters appraisal bodies and changes what is known of them.
struct KeepAppraisalBodies: Sendable {
  func register(_ form: AppraisalBodyForm, by caller: Caller, work: UnitOfWork) async throws -> AppraisalBody {
    let body = AppraisalBody(form: form, version: 0)
    guard try await AppraisalBodyStore.insert(body, at: work.now, on: work.connection) else {
      throw RegisterError.registered(form.bodyKey)
    }
    try await record("registered", body, by: caller, work: work)
    return body
  }

  /// Changes an entry; the code it is of stays.
  /// - Parameter authorise: throws when the caller may not change this version of the entry.
  /// - Returns: the entry after it; nil when there is none of this code.
  func change(
    _ key: String, to form: AppraisalBodyForm, by caller: Caller, work: UnitOfWork,
    authorise: (AppraisalBody) throws -> Void
  ) async throws -> AppraisalBody? {
    guard var body = try await AppraisalBodyStore.lock(key, on: work.connection) else { return nil }
    try authorise(body)
    guard form.bodyKey == key else { throw RegisterError.fixed(field: "body.bodyKey") }
    body.form = form
    body.version += 1
    try await AppraisalBodyStore.save(body, at: work.now, on: work.connection)
    try await record("changed", body, by: caller, work: work)
    return body
  }

  private func record(_ action: String, _ body: AppraisalBody, by caller: Caller, work: UnitOfWork) async throws {
    try await RegisterChangeStore.insert(
      body.form.bodyKey, form: body.form.json, by: caller.subject, at: work.now, on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "appraisal-body.\(action)", subject: body.form.bodyKey,
        cause: caller.requestId))
  }
}
