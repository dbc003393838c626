import Contracts
import Foundation
import Kafka
import Postgres
import Support
import Testing

/// kill -9 while money is booked: every payment is on the books once, and the books balance.
@Suite("Killed while booking", .serialized)
struct PaymentKillTests {
  private static let count = 200

  @Test(
    "a service killed at any point books every payment once",
    arguments: ["inbound.after-consume", "inbound.in-transaction", "inbound.after-commit", "relay.after-produce"])
  func killed(point: String) async throws {
    try await City.with(profile: "zhenjiang") { city in
      let first = try await city.join("compensation")
      try #require(try await first.becomesReady(), "\(first.lastWords)")
      try await city.topics.write((0..<3).map { filing($0, city) })
      #expect(try await eventually(within: .seconds(60)) { try await number("compensation_case", city) == 3 })
      await first.stop()
      let cases = try await ids(city)
      // Every tenth is told twice, by two records; one in twenty names a case that nobody knows.
      let payments = (0..<Self.count).map { payment($0, for: $0 % 20 == 7 ? UUID() : cases[$0 % 3], city) }
      let doubles = stride(from: 0, to: Self.count, by: 10).map { payments[$0] }
      try await city.topics.write(payments + doubles)
      let victim = try city.start(program: "compensation", faults: "\(point)=kill@1")
      #expect(try await victim.waitForEnd(within: .seconds(60)), "the fault did not strike")
      let last = try city.start(program: "compensation")
      #expect(
        try await eventually(within: .seconds(90)) { try await number("payment", city) == Self.count },
        "\(last.lastWords)")
      try await city.rest(last)
      try await check(city)
      await last.stop()
    }
  }

  private func check(_ city: City) async throws {
    let waiting = (0..<Self.count).count { $0 % 20 == 7 }
    let total = (1...Self.count).reduce(0, +)
    let connection = try await city.administrator()
    let entries = try await connection.query(
      "select count(*), sum(amount_fen)::bigint, count(distinct payment_id) from compensation.account_entry",
      as: (Int, Int, Int).self
    ).first
    #expect(entries?.0 == Self.count && entries?.1 == total && entries?.2 == Self.count)
    let balances = try await connection.query(
      """
      select (coalesce(sum(debit), 0) - coalesce(sum(credit), 0))::bigint from (
        select debit, credit from compensation.account_total
        union all select debit, credit from compensation.account_delta) as leg
      """, as: Int.self)
    #expect(balances == [0])
    #expect(
      try await connection.query("select count(*) from compensation.suspense_item", as: Int.self) == [waiting])
    await connection.close()
    let paid = try await city.events(.compensations).filter { $0.type == "ecoredress.compensation.paid.v1" }
    #expect(paid.count == Self.count - waiting && Set(paid.map(\.id)).count == paid.count)
    for (subject, own) in Dictionary(grouping: try await city.events(.compensations), by: \.subject) {
      let sequence = own.compactMap(\.sequence)
      #expect(sequence == sequence.sorted() && Set(sequence).count == sequence.count, "\(subject ?? "")")
    }
  }

  private func filing(_ number: Int, _ city: City) -> KafkaRecord {
    record(
      PenaltyFiled(
        factId: "f-\(number)", subjectKey: "uscc:91350100M000100Y43", region: "321102",
        filedAt: Date(timeIntervalSince1970: 1_767_686_400), penaltyNumber: "罚\(number)",
        factCodes: ["FACILITIES_NOT_USED"]),
      on: .enforcement, source: "/enforcement/test", city)
  }

  private func payment(_ number: Int, for id: UUID, _ city: City) -> KafkaRecord {
    record(
      PaymentReceived(
        paymentNumber: "B-\(number)", caseId: id, amountFen: Int64(number + 1),
        receivedAt: Date(timeIntervalSince1970: 1_767_772_800), payer: .obligor),
      on: .payments, source: "/payments/bank", city)
  }

  private func record(_ payload: some EventPayload, on topic: Topic, source: String, _ city: City) -> KafkaRecord {
    let event: JSON = [
      "specversion": "1.0", "id": .string(UUID().lowercased), "source": .string(source),
      "type": .string(type(of: payload).type.rawValue), "data": payload.json,
    ]
    return KafkaRecord(topic: city.topics.prefix + topic.name, key: Array(payload.recordKey.utf8), value: event.bytes)
  }

  private func number(_ table: String, _ city: City) async throws -> Int {
    let connection = try await city.administrator()
    let count = try await connection.query(
      "select count(*) from compensation.\(identifier: table)", as: Int.self
    ).first
    await connection.close()
    return count ?? 0
  }

  private func ids(_ city: City) async throws -> [UUID] {
    let connection = try await city.administrator()
    let ids = try await connection.query("select id from compensation.compensation_case order by id", as: UUID.self)
    await connection.close()
    return ids
  }
}
