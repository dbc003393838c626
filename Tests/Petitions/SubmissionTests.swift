import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit
import Support
import Testing

@testable import Petitions

@Suite("Submissions over HTTP")
struct SubmissionTests {
  private let now: Date
  private let caller = Caller(subject: "vendor", requestId: "r-1", traceParent: nil)

  init() throws { now = try Fixtures.instant(2024, 2, 15) }

  private func attempt(_ trials: [JSON], _ desk: Desk) async throws -> [TryComplaints.Outcome] {
    try await desk.runner.read { connection in
      try await desk.application.tryComplaints(
        trials.map { TryComplaints.Trial(data: $0, source: "/hotline/vendor", eventId: nil, time: nil) }, at: now,
        on: connection)
    }
  }

  @Test func `a batch is one transaction, and one that is wrong stops no other`() async throws {
    try await Desk.with(at: now) { desk in
      let submissions = ["a", "b", "a"].map { SubmitComplaints.Submission(complaint: .success(Fixtures.complaint($0))) }
      let wrong = SubmitComplaints.Submission(
        complaint: .failure(ContractViolation(.fieldMissing, field: "data.region")))
      let unknown = SubmitComplaints.Submission(complaint: .success(Fixtures.complaint("c", region: "999999")))
      let answers = try await desk.application.submitComplaints(
        submissions + [wrong, unknown], source: "/hotline/vendor", caller: caller)
      #expect(answers.map(\.status) == [.registered, .registered, .duplicate, .rejected, .rejected])
      #expect(try await desk.count("select count(*) from petition") == 2)
    }
  }

  /// How many of several attempts at one time were let in, and how many began their work.
  private static func attempts(_ count: Int, at gate: IntakeGate) async throws -> (passed: Int, held: Int) {
    let held = Remembered(0)
    let passed = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<count {
        group.addTask { [held] in
          do {
            return try await gate.pass {
              held.change { $0 += 1 }
              try await Task.sleep(for: .milliseconds(200))
              return 1
            }
          } catch is IntakeGate.Busy {
            return 0
          }
        }
      }
      return try await group.reduce(into: 0) { $0 += $1 }
    }
    return (passed, held.value)
  }

  @Test func `one more than can be worked on is told to come back, and nothing of it is kept`() async throws {
    let gate = IntakeGate(limit: 2)
    let (passed, held) = try await SubmissionTests.attempts(5, at: gate)
    #expect(passed == 2 && held == 2)
    #expect(try await gate.pass { true }, "who is done makes room")
    await #expect(throws: CancellationError.self) { try await gate.pass { throw CancellationError() } }
    #expect(try await gate.pass { true }, "who failed makes room as well")
    let problem = IntakeGate.Busy().problem
    #expect(problem.status == 503 && problem.retryAfter != nil)
  }

  @Test func `a dry run tells everything that is wrong, and keeps nothing`() async throws {
    try await Desk.with(at: now) { desk in
      let bad: JSON = [
        "externalId": "", "channel": "FAX", "region": "36040", "category": "water", "content": "x", "weather": "rain",
        "occurredAt": "2031-01-01T00:00:00Z", "attachments": [["uri": "x"]], "visit": ["visitors": 0],
      ]
      let tables = ["petition", "petition_vault", "petition_supplement", "outbox", "audit", "timer", "deadline_basis"]
      func kept() async throws -> [Int] {
        var counts: [Int] = []
        for table in tables { counts.append(try await desk.count("select count(*) from \(identifier: table)")) }
        return counts
      }
      let before = try await kept()
      let outcome = try #require(try await attempt([bad, Fixtures.complaint("good").json], desk).first)
      #expect(outcome.status == .rejected && outcome.unknownFields == ["weather"] && outcome.notices == [.fieldUnknown])
      #expect(
        Set(outcome.violations.map(\.field)) == [
          "data.externalId", "data.channel", "data.region", "data.occurredAt", "data.attachments[0].sha256",
          "data.visit.visitors",
        ])
      #expect(outcome.violations.allSatisfy { !$0.message.isEmpty && !$0.remedy.isEmpty })
      #expect(try await kept() == before)
    }
  }

  @Test func `a dry run says what would become of each, and where it would go`() async throws {
    try await Desk.with(at: now) { desk in
      _ = try await desk.application.submitComplaints(
        [.init(complaint: .success(Fixtures.complaint("a")))], source: "/hotline/vendor", caller: caller)
      let number = try #require(try await desk.petition("a", source: "/hotline/vendor")?.number)
      var more = Fixtures.complaint("m")
      more.addsTo = number
      let outcomes = try await attempt(
        [
          Fixtures.complaint("a").json, Fixtures.complaint("a", content: "别的").json, Fixtures.complaint("b").json,
          more.json, Fixtures.complaint("z", region: "321100").json,
        ], desk)
      #expect(outcomes.map(\.status) == [.duplicate, .supplement, .registered, .supplement, .registered])
      #expect(outcomes[2].petition?.suggestedUnit == "eco-360482" && outcomes[2].notices.isEmpty)
      #expect(outcomes[3].petition?.number == number)
      #expect(outcomes[4].petition?.suggestedUnit == "eco-360400" && outcomes[4].notices == [.routedToFallback])
      #expect(try await desk.count("select count(*) from petition") == 1)
    }
  }
}
