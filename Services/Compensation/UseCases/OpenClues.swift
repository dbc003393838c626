import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Opens a case for each clue, or takes the clue into the case that is about the same act.
struct OpenClues: Sendable {
  let rules: RuleBook
  let cases: CaseStore

  /// - Returns: the case of each clue, in the order given, and whether the clue opened it.
  @discardableResult
  func callAsFunction(
    _ told: [ToldClue], work: UnitOfWork
  ) async throws -> [(compensation: CompensationCase, isNew: Bool)] {
    guard !told.isEmpty else { return [] }
    let inForce = CompensationRules(try rules.rules(at: work.now), calendar: rules.calendar)
    var known = try await cases.lock(for: told.map(\.clue), on: work.connection)
    var opened: Set<UUID> = []
    var changed: Set<UUID> = []
    var steps: [StepStore.Row] = []
    var answers: [(UUID, Bool)] = []
    for item in told {
      if let there = known.first(where: { $0.id == item.clue.id || $0.holds(item.clue) }) {
        answers.append((there.id, false))
        continue
      }
      if let index = known.firstIndex(where: { $0.isAbout(item.clue) }) {
        known[index].take(item.clue, correlation: item.cause.correlation, at: work.now)
        changed.insert(known[index].id)
        answers.append((known[index].id, false))
        steps.append(step("clue-joined", known[index], item, work: work))
        continue
      }
      var (new, event) = try CompensationCase.open(
        item.clue, correlation: item.cause.correlation, at: work.now, rules: inForce)
      CaseAnnouncements.emit([event], of: &new, cause: item.cause, work: work)
      CaseTimers.follow(new, work: work)
      known.append(new)
      opened.insert(new.id)
      answers.append((new.id, true))
      steps.append(step("clue-opened", new, item, work: work))
    }
    try await cases.insert(known.filter { opened.contains($0.id) }, on: work.connection)
    try await cases.save(
      known.filter { changed.contains($0.id) && !opened.contains($0.id) }, on: work.connection)
    try await StepStore.insert(steps, at: work.now, on: work.connection)
    let byId = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return answers.compactMap { answer in byId[answer.0].map { ($0, answer.1) } }
  }

  /// The history's row, and the entry in the audit trail.
  private func step(
    _ name: String, _ compensation: CompensationCase, _ item: ToldClue, work: UnitOfWork
  ) -> StepStore.Row {
    var detail = JSONObject()
    detail.set("clueSource", code: item.clue.source)
    detail.set("petitionId", item.clue.petitionId)
    detail.set("findingId", item.clue.findingId)
    detail.set("penaltyNumber", item.clue.penalty?.number)
    detail.set("factCodes", item.clue.factCodes)
    work.record(
      AuditEntry(
        actor: item.actor, action: "compensation.\(name)", subject: compensation.id.lowercased, cause: item.cause.id,
        detail: JSON.object(detail).bytes))
    return StepStore.Row(caseId: compensation.id, actor: item.actor, step: name, detail: .object(detail))
  }
}
