import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Opens a case for each clue, or takes the clue into the case that is about the same act.
struct OpenClues: Sendable {
  let rules: RuleBook
  let cases: CaseStore
  let write: CaseWriter

  /// - Returns: the case of each clue, in the order given, and whether the clue opened it.
  @discardableResult
  func callAsFunction(
    _ told: [ToldClue], work: UnitOfWork
  ) async throws -> [(compensation: CompensationCase, isNew: Bool)] {
    guard !told.isEmpty else { return [] }
    let inForce = CompensationRules(try rules.rules(at: work.now), calendar: rules.calendar)
    var changes = try await cases.lock(for: told.map(\.clue), on: work.connection).map {
      CaseChange(
        before: $0, compensation: $0, cause: Cause(id: $0.id.lowercased, correlation: $0.correlation))
    }
    var answers: [(index: Int, isNew: Bool)] = []
    for item in told {
      if let there = changes.firstIndex(where: {
        $0.compensation.id == item.clue.id || $0.compensation.holds(item.clue)
      }) {
        answers.append((there, false))
      } else if let index = changes.firstIndex(where: { $0.compensation.isAbout(item.clue) }) {
        let event = changes[index].compensation.take(item.clue, correlation: item.cause.correlation, at: work.now)
        changes[index].add(event, step: "clue-joined", of: item)
        answers.append((index, false))
      } else {
        let (new, event) = try CompensationCase.open(
          item.clue, correlation: item.cause.correlation, at: work.now, rules: inForce)
        changes.append(CaseChange(before: nil, compensation: new, cause: item.cause))
        changes[changes.count - 1].add(event, step: "clue-opened", of: item)
        answers.append((changes.count - 1, true))
      }
    }
    let saved = try await write(changes, work: work)
    return answers.map { (saved[$0.index], $0.isNew) }
  }
}

extension CaseChange {
  /// Adds what a clue did.
  fileprivate mutating func add(_ event: any EventPayload, step: String, of item: ToldClue) {
    var detail = JSONObject()
    detail.set("clueSource", code: item.clue.source)
    detail.set("petitionId", item.clue.petitionId)
    detail.set("findingId", item.clue.findingId)
    detail.set("penaltyNumber", item.clue.penalty?.number)
    detail.set("factCodes", item.clue.factCodes)
    cause = item.cause
    news.append(News(event: event, cause: item.cause))
    lines.append(Line(step: step, actor: item.actor, detail: .object(detail)))
  }
}
