import Contracts
import FoundationEssentials
import Postgres
import Support
import Testing

@testable import Scoring

/// What is asked of leniency, study and credit cases goes through an index and stops where it should.
@Suite("Plans over a hundred thousand cases")
struct LeniencePlanTests {
  static let size = 100_000

  @Test("lists, cases and figures read what they show and little more")
  func plans() async throws {
    try await Desk.with(at: try Fixtures.instant(2026, 1, 6)) { desk in
      try await fill(desk)
      try await creditCases(desk)
      try await assessments(desk)
      try await records(desk)
    }
  }

  /// Rows as the use cases write them, many.
  private func fill(_ desk: Desk) async throws {
    for statement: SQL in [
      """
      insert into credit_case (id, number, kind, status, subject, region, instance, filed_at, is_overdue, due_at,
        is_provisional, sequence, version, file, updated_at)
      select gen_random_uuid(), '文' || n, (array['repair', 'objection', 'administrative-review', 'litigation'])[n % 4 + 1],
        (array['filed', 'accepted', 'closed', 'closed', 'closed'])[n % 5 + 1], 'site:610115:' || n % 20000,
        '61' || lpad((n % 40)::text, 4, '0'), 1, now(), n % 500 = 0, now(), false, 1, 1,
        '{"statement": "申请", "entries": []}', now()
      from generate_series(1, \(LeniencePlanTests.size)) n
      """,
      """
      insert into leniency_assessment (id, subject, region, penalty_number, verdict, law, discretion_fen, lowest_fen,
        highest_fen, request, document, assessed_by, assessed_at)
      select gen_random_uuid(), 'site:610115:' || n % 20000, '61' || lpad((n % 40)::text, 4, '0'), '罚' || n % 40000,
        (array['no-ground', 'reduction-allowed'])[n % 2 + 1], 'at-act', 100, 50, 100,
        '{"subjectKey": "site:610115:1", "penaltyNumber": "1", "discretionFen": 100}', '{}', 'zhao', now()
      from generate_series(1, \(LeniencePlanTests.size)) n
      """,
      """
      insert into case_record (id, kind, subject, region, source, penalty_number, at, minutes, payload, recorded_at)
      select gen_random_uuid(), (array['penalty.filed', 'study.completed', 'exam.passed', 'penalty.decided'])[n % 4 + 1],
        'site:610115:' || n % 20000, '610115', '/test', '罚' || n % 40000, now() - n * interval '1 minute', 40, '{}', now()
      from generate_series(1, \(LeniencePlanTests.size)) n
      """,
    ] { _ = try await desk.pool.withConnection { try await $0.execute(statement, timeout: .seconds(120)) } }
    // As autovacuum does by itself some time later.
    let owner = try await PostgresConnection.connect(desk.schema.owner, logger: TestSchema.logger)
    try await owner.script("analyze credit_case, leniency_assessment, case_record", timeout: .seconds(120))
    await owner.close()
  }

  private func creditCases(_ desk: Desk) async throws {
    func touched(_ change: (inout CreditCaseFilter) -> Void) async throws -> Touched {
      var filter = CreditCaseFilter(regions: ["610000"])
      change(&filter)
      return try await Touched.by(desk) { connection in
        let page = try await ListCreditCases(cases: CreditCaseStore())(filter, on: connection)
        #expect(!page.cases.isEmpty)
      }
    }
    for work in [
      try await touched { _ in }, try await touched { $0.before = 5_000 },
      try await touched { $0.subject = "site:610115:7" },
      try await touched { $0.isOverdue = true },
      try await touched {
        $0.kinds = [.litigation]
        $0.statuses = [.accepted]
      },
    ] { #expect(work.scanned.isEmpty && work.fetched["credit_case", default: 0] <= 300, "\(work)") }
    // Nothing fits, and still no more is looked at than one page's reach.
    let none = try await Touched.by(desk) { connection in
      let filter = CreditCaseFilter(regions: ["110000"])
      let page = try await ListCreditCases(cases: CreditCaseStore())(filter, on: connection)
      #expect(page.next != nil)
    }
    #expect(none.scanned.isEmpty && none.fetched["credit_case", default: 0] <= 2 * CreditCaseStore.reach, "\(none)")
  }

  private func assessments(_ desk: Desk) async throws {
    func touched(_ change: (inout LeniencyFilter) -> Void) async throws -> Touched {
      var filter = LeniencyFilter(regions: ["610000"])
      change(&filter)
      return try await Touched.by(desk) { connection in
        let page = try await ListAssessments(assessments: LeniencyStore())(filter, on: connection)
        #expect(!page.assessments.isEmpty)
      }
    }
    for work in [
      try await touched { _ in }, try await touched { $0.before = 5_000 },
      try await touched { $0.subject = "site:610115:7" },
      try await touched { $0.verdict = .noGround },
    ] { #expect(work.scanned.isEmpty && work.fetched["leniency_assessment", default: 0] <= 300, "\(work)") }
    let last = try await Touched.by(desk) { connection in
      let found = try await LeniencyStore().last(of: [("site:610115:7", "罚7")], on: connection)
      #expect(found.count == 1)
    }
    #expect(last.scanned.isEmpty && last.fetched["leniency_assessment", default: 0] <= 5, "\(last)")
  }

  private func records(_ desk: Desk) async throws {
    let work = try await Touched.by(desk) { connection in
      let found = try await CaseRecordStore().load(subjects: ["site:610115:7"], on: connection)
      #expect(found.count == 5)
    }
    #expect(work.scanned.isEmpty && work.fetched["case_record", default: 0] <= 30, "\(work)")
    let day = try await Touched.by(desk) { connection in
      let counted = try await StudyStore().count(
        regions: ["610115"], from: Date().addingTimeInterval(-86_400), before: Date(), on: connection)
      #expect(counted.firms > 300 && counted.exams > 300)
    }
    #expect(day.scanned.isEmpty && day.fetched["case_record", default: 0] <= 2_000, "\(day)")
  }
}
