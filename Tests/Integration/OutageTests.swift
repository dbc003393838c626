import Contracts
import Foundation
import Support
import Testing

/// The database away, the broker away: the service waits, says so, and goes on without a restart.
@Suite("Outages", .serialized)
struct OutageTests {
  @Test("the database away for 20 seconds")
  func databaseAway() async throws {
    let cluster = try await OwnServer.postgres()
    do {
      try await City.with(databaseServer: cluster.address) { city in
        let service = try city.start()
        try await city.publish(0..<60)
        #expect(try await city.settles(60), "\(service.lastWords)")
        try await cluster.stop()
        try await city.publish(60..<120)
        #expect(
          try await eventually { await service.get("/readyz")?.status == 503 }, "it does not say that it is not ready")
        let metrics = await service.get("/metrics")?.body ?? ""
        #expect(metrics.contains("component_healthy{component=\"database\"} 0"))
        try await Task.sleep(for: .seconds(18))
        try await cluster.start()
        #expect(try await city.settles(120), "\(service.lastWords)")
        #expect(try await eventually { await service.get("/readyz")?.status == 200 })
        #expect(service.isRunning)
        await service.stop()
        try await city.check(120)
      }
    } catch {
      await cluster.remove()
      throw error
    }
    await cluster.remove()
  }

  @Test("the broker away for 20 seconds")
  func brokerAway() async throws {
    let broker = try await OwnServer.broker()
    do {
      try await City.with(bootstrapServers: broker.address) { city in
        let service = try city.start()
        try await city.publish(0..<60)
        #expect(try await city.settles(60), "\(service.lastWords)")
        try await broker.stop()
        #expect(
          try await eventually(within: .seconds(20)) {
            await service.get("/readyz").map { $0.status == 200 && $0.body.contains("degraded") } ?? false
          }, "it does not say that the broker is away")
        try await Task.sleep(for: .seconds(15))
        try await broker.start()
        try await city.publish(60..<120)
        #expect(try await city.settles(120), "\(service.lastWords)")
        #expect(
          try await eventually(within: .seconds(30)) {
            await service.get("/readyz")?.body.contains("degraded") == false
          })
        #expect(service.isRunning)
        await service.stop()
        try await city.check(120)
      }
    } catch {
      await broker.remove()
      throw error
    }
    await broker.remove()
  }
}
