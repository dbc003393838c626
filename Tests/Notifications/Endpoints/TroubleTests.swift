import Contracts
import FoundationEssentials
import Postgres
import Testing

@testable import Notifications

@Suite("Endpoints that fail in every way")
struct TroubleTests {
  @Test func `whatever an endpoint does is put down as what it was, and holds nobody up for long`() async throws {
    try await TroubleServer.with { ports in
      try await Office.with { office in
        let plain = "http://127.0.0.1:\(ports.plain)"
        let expected: [(url: String, status: Int?, failure: String?)] = [
          (plain + "/hang", nil, "timeout"), (plain + "/half-close", nil, "connection-closed"),
          (plain + "/cut", nil, "malformed-answer"), (plain + "/drip", nil, "timeout"),
          (plain + "/garbage", nil, "malformed-answer"), (plain + "/endless-header", nil, "malformed-answer"),
          (plain + "/broken", 500, "status"), (plain + "/busy", 429, "status"), (plain + "/moved", 302, "redirected"),
          (plain + "/endless-body", 200, nil), (plain + "/huge-body", 200, nil),
          ("https://localhost:\(ports.tls)/x", nil, "tls"), ("https://127.0.0.1:\(ports.plain)/x", nil, "tls"),
          ("http://127.0.0.1:1/x", nil, "no-connection"),
          ("http://no-such-host.invalid/x", nil, "name-unresolved"),
        ]
        var ids: [String: UUID] = [:]
        for (url, _, _) in expected { ids[url] = try await office.subscribe(url).id }
        try await office.announce([Fixtures.event("1")])
        var policy = Fixtures.policy
        policy.timeout = .seconds(3)
        #expect(try await office.webhookWorker(policy).visitAll() == expected.count)
        for (url, status, failure) in expected {
          let rows = try await office.pool.query(
            """
            select status, attempts, last_status, last_failure from delivery where endpoint_id = \(ids[url] ?? UUID())
            """, as: (String, Int, Int32?, String?).self)
          let row = try #require(rows.first)
          // What is no HTTP ends the connection, and which of the two the client sees first is chance.
          let isGarbage = url.hasSuffix("/garbage") && row.3 == "connection-closed"
          #expect(
            row.2.map { Int($0) } == status && (row.3 == failure || isGarbage) && row.1 == 1, "\(url): \(row)")
          #expect(row.0 == (failure == nil ? "delivered" : "pending"), "\(url)")
        }
        // Every failed attempt is on record, and 429 rests the endpoint as long as it asked.
        #expect(try await office.count("select count(*) from delivery_attempt") == expected.count - 2)
        let rest = try await office.pool.query(
          "select rest_until > now() + interval '100 seconds' from endpoint where last_status = 429", as: Bool?.self)
        #expect(rest == [true])
      }
    }
  }

  @Test func `an endpoint is not called at a private address that its name leads to later`() async throws {
    try await Receiver.with { receiver in
      try await Office.with { office in
        _ = try await office.subscribe(receiver.url(host: "localhost"))
        try await office.announce([Fixtures.event("1")])
        // As production has it: what was approved while private addresses were allowed is looked at again.
        let strict = WebhookWorker(
          pool: office.pool, runner: office.runner, policy: { Fixtures.policy },
          visits: WebhookVisits(
            guardian: AddressGuard(allowsPrivate: false),
            vault: try SecretVault(key: office.key, opener: office.opener), origin: "ecoredress.example"),
          pace: Pace(), logger: office.logger)
        #expect(try await strict.visitAll() == 1)
        #expect(receiver.requests().isEmpty)
        let failures = try await office.pool.query("select last_failure from delivery", as: String?.self)
        #expect(failures == ["address-refused"])
      }
    }
  }
}
