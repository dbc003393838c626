import Contracts
import FoundationEssentials
import Messaging

/// Keeps what is told about transfers to the police, and notes it on the cases about the same act, whichever came first.
struct NoteCrimes: Sendable {
  /// A transfer by its source and number.
  typealias Referral = (source: String, number: String)

  let cases: CaseStore
  let write: CaseWriter

  /// - Parameters:
  ///   - told: what was told now.
  ///   - petitions: whose cases were opened now: transfers may have been told before.
  func callAsFunction(
    _ told: [(record: CrimeRecord, cause: Cause)], petitions: [UUID] = [], work: UnitOfWork
  ) async throws {
    try await CrimeStore.insert(told.map(\.record), at: work.now, on: work.connection)
    let causes = Dictionary(told.map { ($0.record.id, $0.cause) }, uniquingKeysWith: { first, _ in first })
    try await apply(
      told.map { ($0.record.source, $0.record.referralNumber) },
      petitions: petitions + told.compactMap(\.record.petitionId), causes: causes, work: work)
  }

  /// Notes again what is known of some transfers.
  func apply(
    _ referrals: [Referral], petitions: [UUID] = [], causes: [UUID: Cause] = [:], work: UnitOfWork
  ) async throws {
    let records = try await CrimeStore.find(referrals, petitions: petitions, on: work.connection)
    guard !records.isEmpty else { return }
    let locked = try await cases.lock(
      ids: records.map { CrimeRecord.clue($0.source, $0.referralNumber) },
      beside: records.compactMap { record in
        record.penaltyNumber.map { PenaltyCase(source: record.source, number: $0) }
      }, petitions: records.compactMap(\.petitionId), on: work.connection)
    try await write(
      locked.map { before in
        let cause = records.last { causes[$0.id] != nil }.flatMap { causes[$0.id] }
        return change(before, records, cause, at: work.now)
      }, work: work)
  }

  private func change(
    _ before: CompensationCase, _ records: [CrimeRecord], _ told: Cause?, at now: Date
  ) -> CaseChange {
    var compensation = before
    let events = compensation.note(records, at: now)
    let cause = Cause(
      id: told?.id ?? "crime:\(before.id.lowercased):\(before.version)", correlation: before.correlation,
      traceParent: told?.traceParent)
    return CaseChange(
      before: before, compensation: compensation, news: events.map { .init(event: $0, cause: cause) },
      lines: events.map { .init(step: "crime-noted", actor: "compensation", detail: $0.json) }, cause: cause)
  }
}
