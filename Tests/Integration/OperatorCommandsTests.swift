import Contracts
import Foundation
import Sealing
import Support
import Testing

/// What operators do on the command line, on the services as built.
@Suite("Operators' commands", .serialized)
struct OperatorCommandsTests {
  @Test func `status tells how a service is; a pause holds a topic back and is seen everywhere`() async throws {
    try await City.with { city in
      let complaints = city.topics.prefix + "complaints"
      let service = try city.start()
      try await city.publish(0..<3)
      #expect(try await city.settles(3), "\(service.lastWords)")
      try await city.rest(service)

      let status = try await city.answer("status")
      #expect(status["service"]?.string == "petitions" && status["rulesProfile"]?.string == "jiujiang")
      #expect(status["pendingMigrations"]?.array?.isEmpty == true && status["attention"]?.array?.isEmpty == true)
      let inbound = status["inbound"]?.array?.first { $0["topic"]?.string == complaints }
      #expect(inbound?["partitionsRead"]?.integer == inbound?["partitions"]?.integer && inbound?["lag"]?.integer == 0)

      let decision = ["--actor", "op", "--reason", "the rules change"]
      let trial = try await city.answer(
        "pause", complaints, decision[0], decision[1], decision[2], decision[3], "--dry-run")
      #expect(trial["paused"] == .bool(false))
      _ = try await city.answer("pause", complaints, decision[0], decision[1], decision[2], decision[3])
      #expect(
        try await eventually {
          await service.get("/readyz")?.body.contains("paused by op: the rules change") == true
        })
      try await city.publish(3..<5)
      try await Task.sleep(for: .seconds(2))
      #expect(try await city.registered() == 3)
      #expect(try await city.answer("status")["attention"]?.array?.isEmpty == false)
      // What waits in a topic that nobody reads is seen by whoever watches the metrics.
      let waiting = "ecoredress_consumer_lag{topic=\"\(complaints)\"} 2\n"
      let isSeen = try await eventually { await service.get("/metrics")?.body.contains(waiting) == true }
      #expect(isSeen)
      _ = try await city.answer("resume", complaints, decision[0], decision[1], decision[2], decision[3])
      #expect(try await city.settles(5), "\(service.lastWords)")
      try await city.rest(service)
      await service.stop()
      try await city.check(5)

      let after = try await city.answer("status")
      // Nobody runs any more, and that is said.
      #expect(after["attention"]?.array?.contains { $0.string?.contains("partitions have no reader") == true } == true)
      try await city.command(
        "pause", "nonsense", decision[0], decision[1], decision[2], decision[3], code: 65)
    }
  }

  @Test func `keys rotate seals anew what a service keeps while it runs, and the old key is not needed any more`()
    async throws
  {
    try await City.with { city in
      let service = try city.start()
      try await city.publish(0..<40)
      #expect(try await city.settles(40), "\(service.lastWords)")
      let key = SealingPrivateKey.generate(id: "petitions-vault-next")
      let old = try String(contentsOfFile: "\(try Surroundings.keys)/petitions-vault.key", encoding: .utf8)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      let changed = [
        "SEALING_VAULT_PUBLIC_KEY": try key.publicSettingText, "SEALING_PRIVATE_KEYS_FILE": "",
        "SEALING_PRIVATE_KEYS": "\(key.settingText),\(old)",
      ]
      let rotated = try await city.answer(
        "keys", "rotate", "--actor", "op", "--reason", "a year is over", with: changed)
      let complaints = rotated.array?.first { $0["column"]?.string == "petition_vault.complaint" }
      #expect(complaints?["resealed"]?.integer == 40 && complaints?["closed"]?.integer == 0)

      let alone = changed.merging(["SEALING_PRIVATE_KEYS": key.settingText]) { $1 }
      let status = try await city.answer("keys", "status", with: alone)
      #expect(
        status.array?.filter { $0["column"]?.string == "petition_vault.complaint" }.map { $0["key"]?.string }
          == ["petitions-vault-next"])
      let number = try await city.numbers().first
      let exported = try await city.answer(
        "export", try #require(number), "--actor", "op", "--reason", "request 7", with: alone)
      #expect(exported["complaint"]?["content"]?.string?.contains("污水反流") == true)
      await service.stop()
    }
  }

  @Test func `rules are checked, compared and loaded; topics and migrations are told before they are made`()
    async throws
  {
    try await City.with { city in
      let rules = "\(Surroundings.root)/deploy/rules"
      #expect(try await city.answer("rules", "diff", rules).array?.isEmpty == true)
      #expect(try await city.answer("rules", "check", rules).array?.isEmpty == false)
      #expect(try await city.answer("migrate", "--dry-run")["pending"]?.array?.isEmpty == true)
      #expect(try await city.answer("topics", "--dry-run").array?.isEmpty == true)
      let drift = try await city.answer("topics", "--apply", with: ["TOPIC_RETENTION_DAYS": "petitions=90"])
      #expect(
        drift.array?.first { $0["topic"]?.string == city.topics.prefix + "petitions" }?["outcome"]?.string == "set")
      #expect(try await city.answer("outbox", "status").array?.count == 1)
      #expect(try await city.answer("timers", "counts").array != nil)
      #expect(try await city.answer("dead-letters", "list").array?.isEmpty == true)
    }
  }
}
