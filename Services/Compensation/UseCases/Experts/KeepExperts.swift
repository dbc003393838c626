import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Enters experts into the pools and changes what is known of them.
struct KeepExperts: Sendable {
  let rules: RuleBook

  /// Enters an expert under the next number of the pool.
  func register(_ form: ExpertForm, by caller: Caller, work: UnitOfWork) async throws -> Expert {
    try check(form, at: work.now)
    let number = try await ExpertStore.nextNumber(in: form.region, on: work.connection)
    let expert = Expert(number: number, form: form, version: 0)
    try await ExpertStore.insert(expert, at: work.now, on: work.connection)
    try await record("registered", expert, by: caller, work: work)
    return expert
  }

  /// Changes an entry; the pool it is of stays.
  /// - Parameter authorise: throws when the caller may not act on the entry, or not on this version of it.
  /// - Returns: the entry after it; nil when there is none of this number.
  func change(
    _ number: String, to form: ExpertForm, by caller: Caller, work: UnitOfWork, authorise: (Expert) throws -> Void
  ) async throws -> Expert? {
    guard var expert = try await ExpertStore.lock(number, on: work.connection) else { return nil }
    try authorise(expert)
    guard form.region == expert.form.region else { throw RegisterError.fixed(field: "body.region") }
    try check(form, at: work.now)
    expert.form = form
    expert.version += 1
    try await ExpertStore.save(expert, at: work.now, on: work.connection)
    try await record("changed", expert, by: caller, work: work)
    return expert
  }

  private func check(_ form: ExpertForm, at now: Date) throws {
    let grades = try CompensationRules(try rules.rules(at: now), calendar: rules.calendar).expertGrades()
    guard grades[form.grade] != nil else {
      throw RegisterError.gradeUnknown(form.grade, listed: grades.keys.sorted())
    }
    let level = try RegionCode(form.region).level
    guard level == (form.level == .city ? .prefecture : .county) else { throw RegisterError.levelUnfit }
  }

  private func record(_ action: String, _ expert: Expert, by caller: Caller, work: UnitOfWork) async throws {
    try await RegisterChangeStore.insert(
      expert.number, form: expert.form.json, by: caller.subject, at: work.now, on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "expert.\(action)", subject: expert.number, cause: caller.requestId))
  }
}
