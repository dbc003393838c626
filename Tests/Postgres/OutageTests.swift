import FoundationEssentials
import Glibc
import Postgres
import Testing

@Suite struct OutageTests {
  @Test func `a server that stops and starts again is met with patience and found again`() async throws {
    let cluster = try await OwnCluster()
    defer { cluster.remove() }
    var configuration = try PostgresConfiguration(url: cluster.url, applicationName: "test")
    configuration.acquireTimeout = .milliseconds(400)
    let pool = PostgresPool(configuration: configuration, logger: TestDatabase.logger)
    #expect(try await pool.query("select 1", as: Int.self) == [1])
    let holder = Task { try await pool.execute("select pg_sleep(60)") }
    while pool.statistics.inUse == 0 { try await Task.sleep(for: .milliseconds(5)) }
    try await Task.sleep(for: .milliseconds(100))
    try cluster.control("stop", "-m", "immediate")
    let lost = await #expect(throws: PostgresError.self) { try await holder.value }
    #expect(lost?.code == .connectionLost && lost?.isTransient == true)
    for _ in 0..<3 {
      let start = ContinuousClock.now
      let error = await #expect(throws: PostgresError.self) { try await pool.execute("select 1") }
      #expect(error?.isTransient == true && error?.code == .acquireTimeout)
      #expect(start.duration(to: .now) < .seconds(1))
    }
    try cluster.control("start")
    try await eventually { (try? await pool.execute("select 1")) == 1 }
    #expect(pool.lastConnectFailure == nil)
    await pool.shutdown()
  }
}
