import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Compensation

/// What enforcement tells is taken in through indexes, over a hundred thousand facts, corrections and transfers.
@Suite("Plans over a hundred thousand facts")
struct FactPlanTests {
  static let size = 100_000

  @Test func `facts, corrections, transfers and proofs read what they are about and little more`() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.filing("罚1", at: now)])
      let only = try await desk.onlyCase()
      try await desk.step(Check(damaged: true), on: only.id)
      try await fill(desk)
      try await told(desk, now)
      try await proof(desk, only.id)
    }
  }

  private func fill(_ desk: Desk) async throws {
    let owner = try await PostgresConnection.connect(desk.schema.owner, logger: TestSchema.logger)
    try await owner.script(
      """
      insert into compensation_case (id, number, region, subject, status, clue_source, petition_id, penalty_source,
        penalty_number, correlation, opened_at, is_overdue, sequence, file, updated_at)
      select gen_random_uuid(), 'C' || i, '350602', 'uscc:' || i, 'clue', 'penalty', gen_random_uuid(),
        '/enforcement/' || i % 3, '号' || i, correlation, opened_at, false, 1, '{}', updated_at
      from compensation_case, generate_series(1, \(Self.size)) as i;
      insert into penalty_record (id, penalty_source, penalty_number, kind, at, detail, recorded_at, subject)
      select gen_random_uuid(), '/enforcement/' || i % 3, '号' || i, 'penalty.decided', now(), '{}', now(), 'uscc:' || i
      from generate_series(1, \(Self.size)) as i;
      insert into fact_correction (id, record_id, source, correction_id, corrected_fact_id, reason, fact_codes, at, recorded_at)
      select gen_random_uuid(), gen_random_uuid(), '/enforcement/' || i % 3, 'k' || i, 'f' || i, 'duplicate', '{}', now(), now()
      from generate_series(1, \(Self.size)) as i;
      insert into crime_record (id, source, referral_number, kind, penalty_number, petition_id, at, recorded_at)
      select gen_random_uuid(), '/enforcement/' || i % 3, '移' || i, 'crime.referred', '号' || i, gen_random_uuid(), now(), now()
      from generate_series(1, \(Self.size)) as i;
      analyze compensation_case, penalty_record, fact_correction, crime_record
      """, timeout: .seconds(300))
    await owner.close()
  }

  private func told(_ desk: Desk, _ now: Date) async throws {
    let events: [any EventPayload] = [
      Fixtures.filing("罚2", fact: "f-2", at: now),
      PenaltyDecided(
        factId: "d-1", subjectKey: Fixtures.site, region: "360482", decidedAt: now, penaltyNumber: "罚1",
        decision: .fine,
        fineFen: 1, discretionFen: 2, factCodes: []),
      CrimeReferred(
        factId: "x-1", subjectKey: Fixtures.site, region: "360482", referredAt: now, referralNumber: "移-新",
        penaltyNumber: "罚1", factCodes: []),
      FactCorrected(
        factId: "k-1", subjectKey: Fixtures.site, region: "360482", correctedAt: now, correctedFactId: "d-1",
        reason: .notEstablished),
    ]
    let work = try await desk.touching(.enforcement, "/enforcement/test", events)
    #expect(work.scanned.isEmpty && work.fetched.values.allSatisfy { $0 <= 60 }, "\(work)")
    #expect(try await desk.latest(CompensationClueCorrected.self).correctedFactId == "d-1")
  }

  private func proof(_ desk: Desk, _ id: UUID) async throws {
    let number = try #require(
      try await desk.runner.read { try await CaseStore().find(id, on: $0) }?.file.company.notices.last?.number)
    let event = NotificationAcknowledged(
      messageId: UUID(), at: desk.clock.now, by: .inbox, audience: .enterprise, subject: id.lowercased,
      documentNumber: number)
    let work = try await desk.touching(.notifications, "/notifications", [event])
    #expect(work.scanned.isEmpty && work.fetched.values.allSatisfy { $0 <= 10 }, "\(work)")
  }
}
