import Contracts
import FoundationEssentials
import Messaging
import Testing

@testable import Compensation

/// What enforcement systems take back or hand to the police, in whatever order it is told.
@Suite("Facts taken back, and transfers to the police")
struct FactTests {
  private let now: Date

  init() throws { now = try Fixtures.instant(2026, 1, 6) }

  private func correction(
    of fact: String, _ number: String = "k-1", reason: CorrectionReason = .notEstablished, codes: [String] = []
  ) -> FactCorrected {
    FactCorrected(
      factId: number, subjectKey: Fixtures.site, region: "360482", correctedAt: now, correctedFactId: fact,
      reason: reason, factCodes: codes)
  }

  private func decision(_ fact: String, fine: Int64 = 34_000) -> PenaltyDecided {
    PenaltyDecided(
      factId: fact, subjectKey: Fixtures.site, region: "360482", decidedAt: now, penaltyNumber: "罚1", decision: .fine,
      fineFen: fine, discretionFen: 60_000, factCodes: [])
  }

  private func inspection(_ fact: String) -> InspectionRecorded {
    InspectionRecorded(
      factId: fact, subjectKey: Fixtures.site, region: "360482", inspectedAt: now, inspectionNumber: fact,
      kind: .special, onSite: true, problems: true, factCodes: ["ILLEGAL_DISCHARGE"], damageSuspected: true)
  }

  private func referral(_ fact: String = "x-1", penalty: String? = nil) -> CrimeReferred {
    CrimeReferred(
      factId: fact, subjectKey: Fixtures.site, region: "360482", referredAt: now, authority: "共青城市公安局",
      referralNumber: "移1", penaltyNumber: penalty, factCodes: ["ILLEGAL_DISCHARGE"])
  }

  private func verdict(_ outcome: CrimeOutcome, after days: Double = 0, fact: String = "x-2") -> CrimeDecided {
    CrimeDecided(
      factId: fact, subjectKey: Fixtures.site, region: "360482", decidedAt: now.addingTimeInterval(days * 86_400),
      authority: "共青城市人民法院", referralNumber: "移1", outcome: outcome)
  }

  @Test("a clue whose finding does not stand says so, whichever is told first, and once", arguments: [true, false])
  func clue(correctionFirst: Bool) async throws {
    try await Desk.with(at: now) { desk in
      let parts: [any EventPayload] = [inspection("i-1"), correction(of: "i-1")]
      for part in correctionFirst ? parts.reversed() : parts { try await desk.take([part]) }
      try await desk.take(parts)
      let only = try await desk.onlyCase()
      #expect(!only.clueStands && only.status == .clue)
      #expect(only.file.corrections.map(\.factId) == ["i-1"])
      let told = try await desk.told().filter { $0.type == "compensation.clue-corrected" }
      #expect(told.count == 1)
      let event = try await desk.latest(CompensationClueCorrected.self)
      #expect(event.correctedFactId == "i-1" && event.reason == .notEstablished && !event.clueStands)
      // People decide what becomes of it.
      try await desk.step(Check(damaged: false, reason: .noDamage), on: only.id)
      #expect(try await desk.onlyCase().status == .notStarted)
    }
  }

  @Test("what was only described wrongly still is a clue, with what holds instead; another source's fact is another")
  func content() async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([inspection("i-1")])
      try await desk.take([correction(of: "i-1", "k-0")], from: "/enforcement/other")
      #expect(try await desk.onlyCase().file.corrections.isEmpty)
      try await desk.take([correction(of: "i-1", reason: .wrongContent, codes: ["EXCEEDED_STANDARD"])])
      let only = try await desk.onlyCase()
      #expect(only.clueStands && only.file.factCodes == ["ILLEGAL_DISCHARGE", "EXCEEDED_STANDARD"])
    }
  }

  @Test("a filing taken back leaves a petition's finding standing")
  func filing() async throws {
    try await Desk.with(at: now) { desk in
      let petition = UUID()
      try await desk.take([Fixtures.finding(petition: petition, at: now)], on: .petitions)
      try await desk.take([Fixtures.filing("罚1", at: now, petition: petition)])
      try await desk.take([correction(of: "f-1")])
      let only = try await desk.onlyCase()
      #expect(only.clueStands && only.file.corrections.map(\.kind) == [PenaltyRecord.filed])
    }
  }

  @Test("a decision taken back breaches nothing and is no fine to reckon with", arguments: [true, false])
  func decided(correctionFirst: Bool) async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.filing("罚1", at: now)])
      let id = try await desk.onlyCase().id
      try await desk.step(Check(damaged: true), on: id)
      let parts: [any EventPayload] = [decision("d-1"), correction(of: "d-1")]
      if correctionFirst {
        try await desk.take(parts.reversed())
        #expect(try await desk.told().filter { $0.type == "compensation.order-breached" }.isEmpty)
      } else {
        try await desk.take([parts[0]])
        #expect(try await desk.onlyCase().file.breaches.map(\.gate) == [.priorNotice, .reduction])
        try await desk.take([parts[1]])
        #expect(try await desk.told().filter { $0.type == "compensation.order-restored" }.count == 2)
      }
      let only = try await desk.onlyCase()
      #expect(only.file.breaches.isEmpty && only.clueStands)
      let penalty = try #require(only.penalty)
      #expect(try await desk.runner.read { try await FineStore.fines(of: penalty, on: $0) }.isEmpty)
      let shown = try await desk.runner.read {
        try await desk.application.findCase(id.lowercased, at: desk.clock.now, on: $0)
      }
      #expect(shown?.penalty.contains { $0["corrected"] == true } == true)
      // What holds instead is told as a fact of its own.
      try await desk.take([decision("d-2", fine: 60_000)])
      #expect(try await desk.onlyCase().file.breaches.map(\.gate) == [.priorNotice])
    }
  }

  @Test("a decision taken back does not make its obligor a repeated one")
  func repeated() async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([decision("d-1"), correction(of: "d-1")])
      try await desk.move(to: now.addingTimeInterval(30 * 86_400))
      let filing = PenaltyFiled(
        factId: "f-9", subjectKey: Fixtures.site, region: "360482", filedAt: desk.clock.now, penaltyNumber: "罚9",
        factCodes: [])
      try await desk.take([filing])
      let id = try await desk.onlyCase().id
      try await desk.step(Check(damaged: true, reason: .notablyMinor), on: id)
      #expect(try await desk.onlyCase().status == .notStarted)
    }
  }

  @Test("a transfer to the police is noted on the case beside the penalty case, and goes on, in every order")
  func transfer() async throws {
    let parts: [any EventPayload] = [
      Fixtures.filing("罚1", at: now), referral(penalty: "罚1"), verdict(.filed),
      verdict(.convicted, after: 0.01, fact: "x-3"),
    ]
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2], [2, 0, 3, 1]] {
      try await Desk.with(at: now.addingTimeInterval(86_400)) { desk in
        for index in order { try await desk.take([parts[index]]) }
        try await desk.take(parts)
        let only = try await desk.onlyCase()
        #expect(only.penalty?.number == "罚1", "\(order)")
        let noted = try #require(only.file.transfers.first)
        #expect(only.file.transfers.count == 1 && noted.referralNumber == "移1" && noted.referredAt == now, "\(order)")
        #expect(noted.outcome == .convicted && noted.authority == "共青城市人民法院", "\(order)")
        let last = try await desk.latest(CompensationCrimeNoted.self)
        #expect(last.outcome == .convicted && last.referredAt == now, "\(order)")
        let told = try await desk.told().filter { $0.type == "compensation.crime-noted" }
        #expect((1...3).contains(told.count), "\(order): each state once, of \(told.count)")
      }
    }
  }

  @Test("a transfer that no penalty case is named for is a clue by itself; one taken back is noted no more")
  func crimeClue() async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([referral()])
      let only = try await desk.onlyCase()
      #expect(only.clueSource == .crime && only.penalty == nil && only.file.transfers.count == 1)
      try await desk.take([correction(of: "x-1")])
      #expect(try await desk.onlyCase().file.transfers.isEmpty)
    }
  }

  @Test(
    "what the police is told of a petition is noted on its case, also where that is opened later",
    arguments: [true, false])
  func petition(caseFirst: Bool) async throws {
    try await Desk.with(at: now) { desk in
      let petition = UUID()
      let finding = Fixtures.finding(petition: petition, at: now)
      let referred = PetitionCrimeReferred(
        petitionId: petition, petitionNumber: "P-1", region: "360482", at: now, unit: "eco-360482",
        authority: "共青城市公安局", article: "刑法 §338", documentNumber: "移7")
      let answered = PetitionPoliceAnswered(
        petitionId: petition, petitionNumber: "P-1", region: "360482", at: now.addingTimeInterval(60),
        authority: "共青城市公安局", filed: true, documentNumber: "公立3")
      let parts: [any EventPayload] = caseFirst ? [finding, referred, answered] : [referred, answered, finding]
      for part in parts { try await desk.take([part], on: .petitions) }
      let noted = try await desk.onlyCase().file.transfers
      #expect(noted.map(\.referralNumber) == ["移7"] && noted.first?.outcome == .filed)
    }
  }
}
