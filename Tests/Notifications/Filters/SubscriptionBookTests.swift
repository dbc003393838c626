import Contracts
import FoundationEssentials
import Postgres
import Support
import Testing

@testable import Notifications

@Suite("The book of subscriptions follows the database")
struct SubscriptionBookTests {
  private func takers(_ book: SubscriptionBook, _ office: Office, _ event: CloudEvent = Fixtures.event()) async throws
    -> Set<UUID>
  {
    let index = try await office.pool.withConnection { try await book.index(on: $0) }
    return Set(index.subscriptions(for: EventFeatures(event)))
  }

  @Test func `every replica sees what was approved, switched off and on before its batch`() async throws {
    try await Office.with { office in
      let replicas = [SubscriptionBook(), SubscriptionBook()]
      for book in replicas { #expect(try await takers(book, office).isEmpty) }
      let first = try await office.subscribe("http://127.0.0.1:9/a").id
      let green = try await office.subscribe("http://127.0.0.1:9/b", colours: [.green]).id
      for book in replicas {
        #expect(try await takers(book, office) == [first])
        #expect(try await takers(book, office, Fixtures.event(colour: .green)) == [first, green])
      }
      _ = try await office.decide(.disable, first)
      for book in replicas { #expect(try await takers(book, office).isEmpty) }
      _ = try await office.decide(.enable, first)
      #expect(try await takers(replicas[0], office) == [first])
      // The other has passed over both changes.
      #expect(try await takers(replicas[1], office) == [first])
    }
  }

  @Test func `what does not change who wants what is no change; every other is`() async throws {
    try await Office.with { office in
      let id = try await office.subscribe("http://127.0.0.1:9/a").id
      func epoch() async throws -> Int { try await office.count("select epoch from subscription_epoch") }
      let before = try await epoch()
      try await office.pool.execute("update subscription set sequence = sequence + 1, reason = 'x' where id = \(id)")
      #expect(try await epoch() == before)
      for statement: SQL in [
        "update subscription set kinds = '{noise}'", "update subscription set regions = '{360482}'",
        "update subscription set filters = '[{\"sql\": \"TRUE\"}]'",
        "update subscription set types = '{ecoredress.colour.}'",
        "update subscription set colours = '{red}'", "update subscription set status = 'disabled'",
      ] {
        let last = try await epoch()
        try await office.pool.execute(statement)
        #expect(try await epoch() == last + 1)
      }
    }
  }

  @Test func `a database that was restored is read again from the beginning`() async throws {
    try await Office.with { office in
      let book = SubscriptionBook()
      let id = try await office.subscribe("http://127.0.0.1:9/a").id
      let gone = try await office.subscribe("http://127.0.0.1:9/b").id
      #expect(try await takers(book, office) == [id, gone])
      // As a copy from before the second was asked for.
      let owner = try await PostgresConnection.connect(office.administrator, logger: office.logger)
      try await owner.execute("delete from notifications.subscription where id = \(gone)")
      try await owner.execute("update notifications.subscription set epoch = 2")
      try await owner.execute("update notifications.subscription_epoch set epoch = 2")
      await owner.close()
      #expect(try await takers(book, office) == [id])
    }
  }

  @Test func `a younger change waits for an older one, so that none is passed over`() async throws {
    try await Office.with { office in
      let book = SubscriptionBook()
      let slow = try await office.subscribe("http://127.0.0.1:9/a").id
      let quick = try await office.subscribe("http://127.0.0.1:9/b").id
      #expect(try await takers(book, office) == [slow, quick])
      let second = try await office.pool.withTransaction { connection in
        try await connection.execute("update subscription set kinds = '{a}' where id = \(slow)")
        let second = Task {
          try await office.pool.execute("update subscription set kinds = '{b}' where id = \(quick)")
        }
        let waits = try await eventually {
          try await office.count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0
        }
        #expect(waits)
        #expect(try await takers(book, office) == [slow, quick])
        return second
      }
      #expect(try await !takers(book, office).contains(slow))
      _ = try await second.value
      #expect(try await takers(book, office).isEmpty)
    }
  }
}
