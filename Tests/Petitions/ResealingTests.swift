import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Sealing
import Support
import Testing

@testable import Petitions
@testable import ServiceKit

@Suite("Sealing anew under new keys")
struct ResealingTests {
  @Test func `what earlier keys sealed is opened by the new ones alone, and says the same`() async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 2, 15)) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint(content: "河水变黑"))])
      let id = EventIdentity.petition(source: "/hotline/12369", externalId: "JJ-2024-0001")
      let (vault, messenger) = (
        SealingPrivateKey.generate(id: "vault-2"), SealingPrivateKey.generate(id: "notifications-2")
      )
      let sealing = try PetitionSealing(
        vault: vault.recipient(), notifications: messenger.recipient(), searchKey: Desk.searchKey,
        rotateAfter: .seconds(3600))
      let before = try await desk.contact(of: id, opener: desk.notifications)

      let owner = PostgresPool(configuration: desk.schema.owner, logger: desk.silent)
      let runner = UnitOfWorkRunner(pool: owner, context: desk.context, signal: RelaySignal())
      func run(_ opener: Opener, isTrial: Bool = false) async throws -> [String: Resealing.Outcome] {
        var outcomes: [String: Resealing.Outcome] = [:]
        for column in sealing.columns {
          outcomes[column.name] = try await Resealing(column: column, opener: opener, runner: runner).run(
            isTrial: isTrial, by: "op", reason: "a year is over", progress: { _ in })
        }
        return outcomes
      }

      // Without the old key nothing can be opened, and nothing is touched.
      let closed = try await run(Opener(keys: [vault]))
      #expect(closed["petition_vault.complaint"]?.closed == 1 && closed["petition_vault.complaint"]?.changed == 0)

      let old = Opener(keys: [vault, desk.vaultKey])
      let trial = try await run(old, isTrial: true)
      #expect(trial["petition_vault.complaint"]?.changed == 1)
      let none: [String] = []
      #expect(
        try await desk.pool.query("select subject from audit where action = 'keys.rotated'", as: String.self) == none)

      let done = try await run(old)
      #expect(done["petition_vault.complaint"]?.changed == 1 && done["petition_vault.contact"]?.changed == 1)
      #expect(done["petition_vault.complaint"]?.recipients == ["vault": 1])
      let again = try await run(Opener(keys: [vault]))
      #expect(again["petition_vault.complaint"]?.current == 1 && again["petition_vault.complaint"]?.changed == 0)
      await owner.shutdown()

      let petition = try #require(
        try await desk.runner.read { try await desk.application.findPetition(id.lowercased, on: $0) })
      let contents = try await desk.runner.read {
        try await PetitionVault(opener: Opener(keys: [vault])).open(petition, on: $0)
      }
      #expect(contents?.complaint["content"]?.string == "河水变黑")
      #expect(try await desk.contact(of: id, opener: Opener(keys: [messenger])) == before)
      let trail = try await desk.pool.query(
        "select subject from audit where action = 'keys.rotated' order by subject", as: String.self)
      #expect(trail == ["petition_vault.complaint", "petition_vault.contact"])
    }
  }
}
