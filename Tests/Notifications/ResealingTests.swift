import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Sealing
import Support
import Testing

@testable import Notifications
@testable import ServiceKit

@Suite("Sealing anew what notifications keeps")
struct ResealingTests {
  @Test func `addresses, messages and signing keys are opened by the new key, and say the same`() async throws {
    try await Office.with { office in
      try await office.keepSomething()
      let next = SealingPrivateKey.generate(id: "notifications-next")
      let recipient = try next.recipient()
      let columns: [any SealedColumn] = [
        EndpointKeyColumn(recipient: recipient), AddresseeContactColumn(recipient: recipient),
        MessageContactColumn(recipient: recipient),
      ]
      let before = try await office.opened(columns, by: office.opener)
      #expect(Set(before.keys) == Set(columns.map(\.name)))

      let owner = PostgresPool(configuration: office.administrator, logger: TestSchema.logger)
      let runner = UnitOfWorkRunner(pool: owner, context: office.context, signal: RelaySignal())
      for column in columns {
        let outcome = try await Resealing(column: column, opener: office.opener, runner: runner).run(
          isTrial: false, by: "op", reason: "a year is over", progress: { _ in })
        #expect(outcome.changed == before[column.name]?.count && outcome.closed == 0, "\(column.name)")
      }
      await owner.shutdown()
      #expect(try await office.opened(columns, by: Opener(keys: [next])) == before)
    }
  }

  @Test func `contact data of settled messages are erased, of those to be sent they stay`() async throws {
    try await Office.with { office in
      try await office.keepSomething()
      let erase = EraseContacts()
      func run(_ isTrial: Bool) async throws -> Int {
        try await office.runner.run {
          try await erase(Fixtures.petition, isTrial: isTrial, reason: "request 7", by: "op", work: $0)
        }
      }
      #expect(try await run(true) == 0)
      #expect(try await run(false) == 0)
      try await office.pool.execute("update message set status = 'delivered', settled_at = now(), due_at = null")
      #expect(try await run(true) == 1)
      #expect(try await run(false) == 1)
      #expect(try await office.pool.query("select count(*) from message where sealed is not null", as: Int.self) == [0])
    }
  }
}

extension Office {
  /// A signing key of an endpoint, an addressee with a telephone, a message to a petitioner.
  fileprivate func keepSomething() async throws {
    let caller = Caller(subject: "water-bureau", requestId: "r-1", traceParent: nil)
    let wish = RequestSubscription.Wish(
      agency: "water-bureau", url: try WebhookURL("http://127.0.0.1:9/hook", allowsPrivate: true),
      filter: EventFilter(types: ["ecoredress."], regions: [try RegionCode("360000")], colours: []),
      settings: EndpointSettings(), schemes: [.v1])
    _ = try await runner.run { try await application.requestSubscription(wish, by: caller, work: $0) }
    var contacts = AddresseeContacts()
    contacts.phone = "13800138001"
    let addressee = Addressee(
      key: "unit:360482", audience: .unit, name: "单位", region: "360482", roles: [], tags: [], language: .chinese,
      channels: [], isActive: true)
    _ = try await runner.run { [contacts] in
      try await application.notices.keepAddressee(
        addressee, contacts: contacts, by: caller, work: $0, authorise: { _ in })
    }
    try await take([Fixtures.message(sealed: try seal())])
  }

  /// Values of the columns, opened, by column.
  fileprivate func opened(_ columns: [any SealedColumn], by opener: Opener) async throws -> [String: [String]] {
    var values: [String: [String]] = [:]
    for column in columns {
      let rows = try await runner.run { try await column.page(after: nil, limit: 100, on: $0.connection) }
      values[column.name] = try rows.map {
        String(decoding: try opener.open($0.sealed, context: $0.context), as: UTF8.self)
      }
    }
    return values
  }
}
