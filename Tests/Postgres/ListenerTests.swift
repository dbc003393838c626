import FoundationEssentials
import Postgres
import Testing

@Suite struct ListenerTests {
  @Test func `notifications come, a lost connection comes back and says so, cancellation ends it`() async throws {
    try await TestDatabase.with { database async throws in
      let channel = "channel \(UUID())"
      var configuration = database.configuration
      configuration.applicationName = "listener \(UUID())"
      let listener = PostgresListener(configuration: configuration, channels: [channel], logger: TestDatabase.logger)
      let events = Recorder<PostgresListenerEvent>()
      let listening = Task { for await event in listener { events.note(event) } }
      try await eventually { events.items == [.connected] }
      let other = try await database.connect()
      try await other.execute("select pg_notify(\(channel), \("污水"))")
      try await eventually {
        events.items == [.connected, .notification(channel: channel, payload: "污水")]
      }
      let name = configuration.applicationName
      try await other.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = \(name)")
      try await eventually { events.items.count == 3 }
      #expect(events.items.last == .connected)
      try await other.execute("select pg_notify(\(channel), \("again"))")
      try await eventually { events.items.last == .notification(channel: channel, payload: "again") }
      let start = ContinuousClock.now
      listening.cancel()
      await listening.value
      #expect(start.duration(to: .now) < .seconds(1))
      await other.close()
    }
  }
}
