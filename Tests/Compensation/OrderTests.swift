import Contracts
import FoundationEssentials
import Postgres
import Testing

@testable import Compensation

/// Penalty before petition, decision before consultation: whatever comes first, the end is the same.
@Suite("Events in every order")
struct OrderTests {
  private let now: Date

  init() throws { now = try Fixtures.instant(2026, 1, 6) }

  private func day(_ number: Int) -> Date { now.addingTimeInterval(Double(number) * 86_400) }

  /// What both sides tell of one act, each with its topic.
  private func told(_ petition: UUID, _ finding: UUID) -> [(any EventPayload, Topic)] {
    [
      (Fixtures.finding(petition: petition, finding: finding, at: day(-1)), .petitions),
      (Fixtures.filing("罚1", at: now, petition: petition), .enforcement),
      (
        PenaltyNoticePlanned(
          factId: "n-1", subjectKey: Fixtures.site, region: "360482", plannedFor: day(8), penaltyNumber: "罚1"),
        .enforcement
      ),
      (
        PenaltyDecided(
          factId: "d-1", subjectKey: Fixtures.site, region: "360482", decidedAt: day(9), penaltyNumber: "罚1",
          decision: .fine, fineFen: 3_400_000, discretionFen: 6_000_000, factCodes: []), .enforcement
      ),
    ]
  }

  private static func orders<Value>(_ values: [Value]) -> [[Value]] {
    guard values.count > 1 else { return [values] }
    return values.indices.flatMap { index in
      var rest = values
      let first = rest.remove(at: index)
      return orders(rest).map { [first] + $0 }
    }
  }

  @Test("all that is told of one act, in all 24 orders, ends as one case with the same gates and breaches")
  func everyOrder() async throws {
    let (petition, finding) = (UUID(), UUID())
    var ends: Set<[String]> = []
    for order in Self.orders(told(petition, finding)) {
      try await Desk.with(at: day(10)) { desk in
        for (event, topic) in order { try await desk.take([event], on: topic, correlation: "complaint-1") }
        let only = try await desk.onlyCase()
        #expect(only.findingId == finding && only.penalty?.number == "罚1" && only.correlation == "complaint-1")
        #expect(Set(only.file.breaches.map(\.gate)) == [.review])
        // Checked on the tenth day, for a case whose notice was to go on the eighth.
        try await desk.step(Check(damaged: true), on: only.id)
        try await desk.step(Consult(heldAt: day(7), outcome: .willing), on: only.id)
        ends.insert(try await end(desk))
      }
    }
    #expect(
      ends == [
        [
          "review open checked", "prior-notice open consulted", "reduction closed not-performed",
          "breach review not-checked", "breach reduction not-performed",
        ]
      ])
  }

  private func end(_ desk: Desk) async throws -> [String] {
    let file = try await desk.onlyCase().file
    return file.gates.map { "\($0.gate.rawValue) \($0.isOpen ? "open" : "closed") \($0.reason.rawValue)" }
      + file.breaches.map { "breach \($0.gate.rawValue) \($0.reason.rawValue)" }
  }

  @Test("in one batch it is the same as one by one, and told twice as told once")
  func batches() async throws {
    let (petition, finding) = (UUID(), UUID())
    for times in 1...2 {
      try await Desk.with(at: day(10)) { desk in
        let all = told(petition, finding)
        for _ in 0..<times {
          try await desk.take(all.filter { $0.1 == .enforcement }.map(\.0))
          try await desk.take(all.filter { $0.1 == .petitions }.map(\.0), on: .petitions)
        }
        #expect(try await desk.told().filter { $0.type == "compensation.order-breached" }.count == 1)
        #expect(try await desk.told().filter { $0.type == "compensation.gate-changed" }.count == 3)
        let numbers = try await desk.told().compactMap(\.sequence)
        #expect(numbers == Array(1...numbers.count))
      }
    }
  }

  @Test("money that comes before its case and before its agreement is there when the case closes")
  func paymentFirst() async throws {
    try await Desk.with(at: now) { desk in
      let id = Clue.id("penalty", "/enforcement/test", "罚1")
      try await desk.take(
        [Fixtures.payment("P-1", id, 648_100, at: now)], on: .payments, from: "/payments/bank")
      try await desk.take([Fixtures.filing("罚1", at: now)])
      try await desk.step(Check(damaged: true), on: id)
      try await desk.step(ConcludeInvestigation(damage: true, proposal: .claim), on: id)
      try await desk.enter([.negotiation, .agreed, .performing], on: id)
      try await desk.step(Close(outcome: .performed, performed: true, modes: [.money], amountFen: 648_100), on: id)
      #expect(try await desk.onlyCase().status == .closed)
    }
  }

  @Test("a notice planned ahead is looked at on its day by the case's timer")
  func timer() async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.filing("罚1", at: now)])
      let id = try await desk.onlyCase().id
      try await desk.step(Check(damaged: true), on: id)
      try await desk.take([
        PenaltyNoticePlanned(
          factId: "n-1", subjectKey: Fixtures.site, region: "360482", plannedFor: day(8), penaltyNumber: "罚1")
      ])
      try await desk.move(to: day(8).addingTimeInterval(-1))
      #expect(try await desk.onlyCase().file.breaches.isEmpty)
      try await desk.move(to: day(8))
      #expect(try await desk.onlyCase().file.breaches.map(\.gate) == [.priorNotice])
      #expect(try await desk.latest(CompensationOrderBreached.self).passedAt == day(8))
    }
  }
}
