import Contracts
import FoundationEssentials
import Kafka
import Postgres
import Sealing
import Support
import Testing

@testable import Messaging

@Suite("Dead letters as an operator sees them")
struct DeadLetterTests {
  private func letters(_ stage: Stage, opener: Opener? = nil) -> DeadLetters {
    DeadLetters(
      pool: stage.pool, context: stage.context, subscriptions: [], opener: opener ?? stage.opener, signal: stage.signal)
  }

  /// Keeps records back: one for each key, with its state and code.
  private func keep(_ stage: Stage, _ kept: [(key: String, state: DeadLetterState, code: String)]) async throws {
    try await stage.runner.run { work in
      for (offset, letter) in kept.enumerated() {
        work.hold(
          KafkaMessage(
            topic: "in", partition: 0, offset: Int64(offset), timestamp: Date(), key: Array(letter.key.utf8),
            value: Array("王先生 13800000000".utf8), headers: [KafkaHeader("h", text: "v")]),
          orderingKey: letter.key, state: letter.state, code: letter.code, message: "because")
      }
    }
  }

  @Test func `they are chosen by state, key, code and time`() async throws {
    try await Stage.with { stage in
      try await keep(
        stage,
        [("a", .parked, "handler-failed"), ("b", .parked, "database-42501"), ("a", .waiting, "waits-for-its-turn")])
      try await stage.pool.execute("update dead_letter set made_at = '2026-01-01T00:00:00Z' where ordering_key = 'b'")
      func chosen(_ change: (inout DeadLetterFilter) -> Void) async throws -> [String] {
        var filter = DeadLetterFilter()
        change(&filter)
        return try await letters(stage).list(filter, limit: 10).map { "\($0.orderingKey) \($0.code)" }.sorted()
      }
      #expect(try await chosen { $0.states = [.waiting] } == ["a waits-for-its-turn"])
      #expect(try await chosen { $0.orderingKey = "a" }.count == 2)
      #expect(try await chosen { $0.code = "database-42501" } == ["b database-42501"])
      #expect(try await chosen { $0.topic = "elsewhere" }.isEmpty)
      let year = try #require(RFC3339.date(from: "2026-02-01T00:00:00Z"))
      #expect(try await chosen { $0.until = year } == ["b database-42501"])
      #expect(try await chosen { $0.since = year }.count == 2)

      // A key is taken whole, whichever of its messages was meant.
      var filter = DeadLetterFilter()
      filter.code = "handler-failed"
      let keys = try await letters(stage).heldKeys(filter)
      #expect(keys.map(\.orderingKey) == ["a"] && keys.first?.messages == 2)
    }
  }

  @Test func `content is shown to who has the key and says why, and that stands in the audit trail`() async throws {
    try await Stage.with { stage in
      try await keep(stage, [("a", .parked, "handler-failed")])
      let record = try #require(
        try await letters(stage).contents(of: 1, by: "zhao", reason: "a complaint of the hotline"))
      #expect(record.value.map { String(decoding: $0, as: UTF8.self) } == "王先生 13800000000")
      #expect(record.headers.first?.name == "h")
      let trail = try await stage.pool.query(
        "select actor, action, subject, cause from audit", as: (String, String, String, String).self)
      #expect(trail.count == 1 && trail[0] == ("zhao", "dead-letter.opened", "1", "a complaint of the hotline"))

      let stranger = Opener(keys: [SealingPrivateKey.generate(id: "other")])
      await #expect(throws: SealingError.self) {
        try await letters(stage, opener: stranger).contents(of: 1, by: "eve", reason: "none")
      }
      #expect(try await stage.pool.query("select count(*) from audit", as: Int.self) == [1])
      let nobody = try await letters(stage).contents(of: 99, by: "zhao", reason: "none")
      #expect(nobody == nil)
    }
  }

  @Test func `what is settled goes when its time is over, what is held stays`() async throws {
    try await Stage.with { stage in
      try await keep(
        stage, [("a", .rejected, "json-invalid"), ("b", .parked, "handler-failed"), ("c", .rejected, "json-invalid")])
      try await stage.pool.execute(
        "update dead_letter set made_at = now() - interval '366 days' where ordering_key in ('a', 'b')")
      let upkeep = Upkeep(
        pool: stage.pool, runner: stage.runner, retention: .init(), statePage: { _, _ in nil }, logger: stage.logger)
      try await upkeep.tidy()
      let left = try await stage.pool.query("select ordering_key from dead_letter order by id", as: String.self)
      #expect(left == ["b", "c"])
    }
  }
}
