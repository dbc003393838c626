import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Compensation

/// What finance asks all day goes through an index and stops where it should, over a hundred thousand entries; what a payment
/// costs does not grow with them.
@Suite("Plans over a hundred thousand entries")
struct MoneyPlanTests {
  static let size = 100_000

  @Test func `lists and bookings read what they need and little more`() async throws {
    try await Desk.with(at: try Fixtures.instant(2025, 3, 3), profile: "zhenjiang") { desk in
      let id = try await desk.started("罚1")
      try await fill(desk)
      try await lists(desk, id)
      try await booking(desk, id)
    }
  }

  private func fill(_ desk: Desk) async throws {
    let owner = try await PostgresConnection.connect(desk.schema.owner, logger: TestSchema.logger)
    try await owner.script(
      """
      insert into payment (id, source, payment_number, case_id, amount_fen, received_at, payer, recorded_at)
      select gen_random_uuid(), '/payments/old', 'O-' || i, gen_random_uuid(), 100, '2024-01-01', 'obligor', now()
      from generate_series(1, \(Self.size)) i;
      insert into account_entry (id, year, day, kind, debit, credit, amount_fen, case_id, payment_id, region, class, actor,
        recorded_at)
      select gen_random_uuid(), 2021 + n % 4, make_date((2021 + n % 4)::int, 5, 1),
        case when n % 100 = 0 then 'suspense' else 'receipt' end, 'bank',
        case when n % 100 = 0 then 'suspense' else 'case' end, 100, case when n % 100 > 0 then case_id end, id, '321102',
        'obligor', 'x', now()
      from (select *, row_number() over () as n from payment) p;
      insert into suspense_item (payment_id, case_id, region, reason, amount_fen, settled_fen, received_at, recorded_at)
      select id, case_id, '321102', 'unknown-case', 100, case when n % 7 = 0 then 0 else 100 end, now(), now()
      from (select *, row_number() over () as n from payment) p;
      insert into insurance_claim (id, number, case_id, policy_id, region, status, claimed_fen, paid_fen, is_overdue, file,
        updated_at)
      select gen_random_uuid(), 'I' || i, gen_random_uuid(), gen_random_uuid(), '3211' || lpad((2 + i % 80)::text, 2, '0'),
        'paid', 1, 1, false,
        '{"ground":"no-obligor","policyNumber":"P","insurer":"P","lines":[],"claimedFen":1,"filedAt":"2024-01-01T00:00:00Z",
          "conditions":[]}', now()
      from generate_series(1, \(Self.size)) i;
      analyze account_entry, suspense_item, payment, insurance_claim
      """, timeout: .seconds(300))
    await owner.close()
  }

  private func lists(_ desk: Desk, _ id: UUID) async throws {
    func entries(_ name: String, _ change: (inout EntryStore.Filter) -> Void) async throws {
      var filter = EntryStore.Filter()
      change(&filter)
      let asked = filter
      let work = try await Touched.by(desk) { _ = try await EntryStore.list(asked, on: $0) }
      #expect(work.scanned.isEmpty && work.fetched["account_entry", default: 0] <= 60, "\(name): \(work)")
    }
    try await entries("a year") { $0.year = 2023 }
    try await entries("a late page") {
      $0.year = 2023
      $0.after = 90_000
    }
    try await entries("a kind") {
      $0.year = 2024
      $0.kind = .suspense
    }
    try await entries("a kind that there is none of") {
      $0.year = 2024
      $0.kind = .remittance
    }
    try await entries("a case") { $0.caseId = id }
    let waiting = try await Touched.by(desk) { _ = try await SuspenseStore.list(after: 0, limit: 50, on: $0) }
    #expect(waiting.scanned.isEmpty && waiting.fetched["suspense_item", default: 0] <= 60, "\(waiting)")
    let claims = try await Touched.by(desk) {
      _ = try await ClaimStore.list(
        regions: ["321102"], statuses: [], isOverdue: nil, before: nil, limit: 50, on: $0)
    }
    // A county's own, of eighty counties.
    #expect(claims.scanned.isEmpty && claims.fetched["insurance_claim", default: 0] <= 2_000, "\(claims)")
    let late = try await Touched.by(desk) {
      _ = try await ClaimStore.list(
        regions: ["321100"], statuses: [], isOverdue: true, before: nil, limit: 50, on: $0)
    }
    #expect(late.scanned.isEmpty && late.fetched["insurance_claim", default: 0] <= 60, "\(late)")
  }

  private func booking(_ desk: Desk, _ id: UUID) async throws {
    let payments = (0..<100).map {
      Payment(
        id: UUID(), source: "/payments/bank", paymentNumber: "N-\($0)", caseId: $0 == 0 ? UUID() : id, amountFen: 5,
        receivedAt: desk.clock.now, payer: .obligor, account: nil)
    }
    let told = payments.map { ($0, Cause(id: $0.paymentNumber, correlation: $0.paymentNumber)) }
    let work = try await desk.runner.run { work in
      try await Touched.within(work.connection) { try await desk.application.recordPayments(told, work: work) }
    }
    #expect(
      work.scanned.isEmpty && work.fetched.values.allSatisfy { $0 <= 8 * payments.count }, "\(work)")
  }
}
