import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Scoring

@Suite("Facts of staff, states")
struct OwnFactTests {
  private let caller = Caller(subject: "supervisor-1", requestId: "r", traceParent: nil)

  private func own(_ codes: [String]) throws -> OwnFact {
    try OwnFact(
      json: [
        "subjectKey": .string(Fixtures.firm), "region": .string(Fixtures.region),
        "factCodes": .array(codes.map(JSON.string)),
      ], path: "body")
  }

  @Test("a fact sent again under its key is the same fact; another one under the key is refused")
  func idempotence() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      let record = desk.application.recordOwnFact
      let ten = try own(["TEN"])
      for expected in [true, false] {
        let isNew = try await desk.runner.run { work in
          try await record(ten, key: "k-1", by: caller, work: work).isNew
        }
        #expect(isNew == expected)
      }
      let two = try own(["TWO"])
      await #expect(throws: ScoringError.keyReused) {
        try await desk.runner.run { work in _ = try await record(two, key: "k-1", by: caller, work: work) }
      }
      #expect(try await desk.rating()?.score == Points(90))
      #expect(try await desk.count("select count(*) from audit where actor = 'supervisor-1'") == 1)
    }
  }

  @Test("staff cannot enter what other services know, nor subjects that do not exist")
  func refused() throws {
    #expect(throws: ContractViolation.self) {
      try OwnFact(
        json: [
          "subjectKey": .string(Fixtures.firm), "region": "610115", "origin": "expiry", "factCodes": ["TEN"],
        ], path: "body")
    }
    #expect(throws: ContractViolation.self) {
      try OwnFact(
        json: ["subjectKey": "uscc:91350100M000100Y44", "region": "610115", "factCodes": ["TEN"]], path: "body")
    }
  }

  @Test("states can be told again, page by page")
  func states() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([
        Fixtures.inspection("1", ["TEN"], at: now),
        Fixtures.inspection("2", ["THIRTY"], at: now, subject: Fixtures.site),
      ])
      let states = try await desk.told(.ratingStates).count
      let last = try await desk.runner.run { try await desk.application.statePage(after: "", work: $0) }
      #expect(last == Fixtures.firm)
      #expect(try await desk.told(.ratingStates).count == states + 1)
      #expect(try await desk.runner.run { try await desk.application.statePage(after: Fixtures.firm, work: $0) } == nil)
    }
  }
}
