import Contracts
import Foundation
import Support
import Testing

/// A server that is away for a while: the service waits, says so, and goes on by itself.
@Suite("Outages", .serialized)
struct OutageTests {
  private static let away = Duration.seconds(20)

  @Test("the database away for 20 seconds: not ready, and the reason; then all is taken in by itself")
  func database() async throws {
    try await OwnServer.withPostgres { postgres, url in
      try await City.with(databaseServer: url) { city in
        try await city.publish(0..<100)
        let service = try city.start()
        #expect(try await city.settles(100), "\(service.lastWords)")
        #expect(try await service.says(status: 200, #""status":"ok""#))

        // In the middle of the work: some of these are under way when it goes.
        try await city.publish(100..<150)
        try await postgres.stop()
        let gone = ContinuousClock.now
        try await city.publish(150..<200)
        #expect(try await service.says(status: 503, "the database cannot be reached"), "\(service.lastWords)")
        #expect(try await service.measures(#"component_healthy{component="database"} 0"#))
        #expect(try await service.measures(#"component_healthy{component="consumer"} 0.5"#))
        #expect(await service.get("/healthz")?.status == 200)
        try await Task.sleep(until: gone + OutageTests.away)
        #expect(await service.get("/readyz")?.status == 503)

        try postgres.start()
        #expect(try await service.says(status: 200, #""status":"ok""#), "\(service.lastWords)")
        try await city.publish(200..<300)
        #expect(try await city.settles(300), "\(service.lastWords)")
        #expect(try await service.says(status: 200, #""status":"ok""#))
        #expect(try await service.measures(#"component_healthy{component="consumer"} 1"#))
        #expect(service.isRunning)
        await service.stop()
        try await city.check(300)
        #expect(try await city.held().isEmpty)
        #expect(try await city.receipts().count == 330, "each complaint sent has one receipt, repeats included")
      }
    }
  }

  @Test("the broker away for 20 seconds: ready but degraded; staff go on working, and all is published afterwards")
  func broker() async throws {
    try await OwnServer.withBroker { broker, servers in
      try await City.with(bootstrapServers: servers) { city in
        let token = try await city.token("clerk")
        try await city.publish(0..<100)
        let service = try city.start()
        #expect(try await city.settles(100), "\(service.lastWords)")
        #expect(try await service.says(status: 200, #""status":"ok""#))

        try await broker.stop()
        let gone = ContinuousClock.now
        #expect(try await service.says(status: 200, #""consumer":{"status":"degraded","reason":"#))
        #expect(try await service.measures(#"component_healthy{component="consumer"} 0.5"#))
        for number in 100..<120 {
          #expect(await service.post("/v1/petitions", city.submission(number), token: token)?.status == 201)
        }
        // A transaction is given ten seconds before it counts as failed.
        #expect(try await service.says(status: 200, "publishing waits"))
        #expect(try await service.measures(#"component_healthy{component="relay"} 0.5"#))
        try await Task.sleep(until: gone + OutageTests.away)
        #expect(await service.get("/readyz")?.status == 200)

        try broker.start()
        #expect(try await service.says(status: 200, #""status":"ok""#), "\(service.lastWords)")
        try await city.publish(120..<300)
        #expect(try await city.settles(300), "\(service.lastWords)")
        #expect(try await service.says(status: 200, #""status":"ok""#))
        #expect(service.isRunning)
        await service.stop()
        try await city.check(300)
        #expect(try await city.held().isEmpty)
        #expect(try await city.receipts().count == 308, "each complaint sent has one receipt, repeats included")
      }
    }
  }
}

extension ServiceProcess {
  /// Waits until `/readyz` answers with this status and says this.
  fileprivate func says(status: Int, _ text: String) async throws -> Bool {
    try await eventually(within: .seconds(30), every: .milliseconds(250)) {
      guard let answer = await get("/readyz") else { return false }
      return answer.status == status && answer.body.contains(text)
    }
  }

  /// Waits until `/metrics` has this line.
  fileprivate func measures(_ line: String) async throws -> Bool {
    try await eventually(within: .seconds(10), every: .milliseconds(250)) {
      await get("/metrics")?.body.split(separator: "\n").contains { $0 == line } == true
    }
  }
}
