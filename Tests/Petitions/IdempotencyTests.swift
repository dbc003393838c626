import Contracts
import FoundationEssentials
import Hummingbird
import Postgres
import ServiceKit
import ServiceSupport
import Support
import Testing

@testable import Petitions

@Suite("Requests sent again")
struct IdempotencyTests {
  private let now: Date
  private let clerk = Person("li.na")

  init() throws { now = try Fixtures.instant(2024, 2, 15) }

  private func counter(_ body: @escaping @Sendable (Desk, Counter, String) async throws -> Void) async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint())])
      let id = EventIdentity.petition(source: "/hotline/12369", externalId: "JJ-2024-0001").lowercased
      try await Counter.with(desk) { try await body(desk, $0, "/v1/petitions/\(id)") }
    }
  }

  @Test func `the same key gets the same answer, and the effect happens once`() async throws {
    try await counter { desk, counter, petition in
      let key = ["Idempotency-Key": "k-1"]
      let first = try await counter.post("\(petition)/accept", [:], as: clerk, headers: key)
      let second = try await counter.post("\(petition)/accept", [:], as: clerk, headers: key)
      #expect(first.status == 200 && second.status == 200 && first.text == second.text && first.tag == second.tag)
      #expect(second.headers[.init("Idempotency-Replayed")!] == "true")
      #expect(try await desk.count("select count(*) from petition_step where step = 'accept'") == 1)
      // Without the key the step is out of turn.
      #expect(try await counter.post("\(petition)/accept", [:], as: clerk).code == "step-out-of-turn")
    }
  }

  @Test func `a key belongs to one request of one caller`() async throws {
    try await counter { _, counter, petition in
      let key = ["Idempotency-Key": "k-1"]
      #expect(try await counter.post("\(petition)/accept", [:], as: clerk, headers: key).status == 200)
      let other = try await counter.post("\(petition)/assign", ["lead": "x"], as: clerk, headers: key)
      #expect(other.status == 422 && other.code == "idempotency-key-reused")
      let colleague = Person("wang.fang")
      #expect(try await counter.post("\(petition)/assign", ["lead": "x"], as: colleague, headers: key).status == 200)
    }
  }

  @Test func `what failed is not kept`() async throws {
    try await counter { desk, counter, petition in
      let key = ["Idempotency-Key": "k-1"]
      let early = try await counter.post("\(petition)/assign", ["lead": "x"], as: clerk, headers: key)
      #expect(early.status == 409)
      #expect(try await desk.count("select count(*) from idempotency_key") == 0)
      #expect(try await counter.post("\(petition)/accept", [:], as: clerk).status == 200)
      #expect(try await counter.post("\(petition)/assign", ["lead": "x"], as: clerk, headers: key).status == 200)
    }
  }

  @Test func `a request under way is told so, and does nothing twice`() async throws {
    try await counter { desk, counter, petition in
      let key = ["Idempotency-Key": "k-1"]
      let first = try await desk.undone { connection in
        // The first request stands in the middle of its transaction: it waits for the petition that we hold.
        try await connection.execute("select 1 from petition_clock for update")
        let first = Task { try await counter.post("\(petition)/accept", [:], as: clerk, headers: key) }
        #expect(
          try await eventually {
            try await desk.count(
              """
              select count(*) from pg_locks l join pg_database d on d.oid = l.database
              where l.locktype = 'advisory' and d.datname = current_database()
              """) == 1
          })
        let second = try await counter.post("\(petition)/accept", [:], as: clerk, headers: key)
        #expect(second.status == 409 && second.code == "request-under-way" && second.headers[.retryAfter] == "1")
        return first
      }
      #expect(try await first.value.status == 200)
      #expect(try await desk.count("select count(*) from petition_step where step = 'accept'") == 1)
    }
  }

  @Test func `answers are forgotten when their time is over`() async throws {
    try await counter { desk, counter, petition in
      let key = ["Idempotency-Key": "k-1"]
      #expect(try await counter.post("\(petition)/accept", [:], as: clerk, headers: key).status == 200)
      try await desk.pool.execute("update idempotency_key set expires_at = now() - interval '1 second'")
      #expect(try await counter.post("\(petition)/accept", [:], as: clerk, headers: key).code == "step-out-of-turn")
    }
  }
}
