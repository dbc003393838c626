import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// The two registers of double-random inspection (两库): units that can be drawn, and inspectors.
struct KeepRegisters: Sendable {
  let rules: RuleBook

  /// Writes a unit, new or changed.
  /// - Parameter check: sees the unit as it stands, nil for a new one, and throws when the caller may not change it.
  func unit(
    _ subject: String, _ form: UnitForm, by caller: Caller, work: UnitOfWork,
    check: (SupervisedUnit?) throws -> Void
  ) async throws -> (unit: SupervisedUnit, isNew: Bool) {
    try await codes(form, work: work)
    let before = try await UnitStore.lock(subject, on: work.connection)
    try check(before)
    let unit = SupervisedUnit(
      subject: subject, region: form.region, inspectionClass: form.inspectionClass, groups: form.groups,
      trades: form.trades, dailyEmission: form.dailyEmissionGrams.map(Int64.init), isActive: form.active,
      version: (before?.version ?? 0) + 1, entry: before?.entry ?? 0, updatedAt: work.now)
    try await UnitStore.save(unit, on: work.connection)
    FollowRatings.schedule(subject, mark: "unit \(unit.version)", work: work)
    record("unit.registered", subject, form.json, by: caller, work: work)
    return (unit, before == nil)
  }

  /// Writes an inspector, new or changed.
  func inspector(
    _ number: String, _ form: InspectorForm, by caller: Caller, work: UnitOfWork, check: (Inspector?) throws -> Void
  ) async throws -> (inspector: Inspector, isNew: Bool) {
    let before = try await InspectorStore.lock(number, on: work.connection)
    try check(before)
    let inspector = Inspector(
      number: number, region: form.region, interests: form.interests, isActive: form.active,
      version: (before?.version ?? 0) + 1, updatedAt: work.now)
    try await InspectorStore.save(inspector, on: work.connection)
    record("inspector.registered", "inspector:\(number)", form.json, by: caller, work: work)
    return (inspector, before == nil)
  }

  /// Groups and trades are those of the rule packs: a misspelt one would protect nobody and exclude nobody.
  private func codes(_ form: UnitForm, work: UnitOfWork) async throws {
    let book = try InspectionBook(rules, at: work.now)
    let groups = book.inspections.noDisturbGroups
      .union(book.listings.screening.filter { $0.checked == "REGISTER" }.map(\.code))
    if let code = form.groups.first(where: { !groups.contains($0) }) {
      throw InspectionError.unknownCode(field: "body.groups", code: code)
    }
    if let code = form.trades.first(where: { !book.listings.excludedTrades.contains($0) }) {
      throw InspectionError.unknownCode(field: "body.trades", code: code)
    }
  }

  private func record(_ action: String, _ subject: String, _ form: JSON, by caller: Caller, work: UnitOfWork) {
    work.record(
      AuditEntry(
        actor: caller.subject, action: action, subject: subject, cause: caller.requestId, detail: form.bytes))
  }
}
