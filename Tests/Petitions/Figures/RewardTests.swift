import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit
import Support
import Testing

@testable import Petitions

@Suite("Rewards for reports")
struct RewardTests {
  private func finding(_ number: Int, verified: Bool? = true) -> Finding {
    Finding(
      id: EventIdentity.uuidV5(namespace: EventIdentity.causeNamespace, parts: "finding", "\(number)"),
      subjectKey: "site:360482:厂", factCodes: ["sanluanwu"], factAt: nil, category: .water, damageSuspected: false,
      article: nil, evidence: [], verified: verified)
  }

  private func award(
    _ levels: [String], _ findings: [Finding], realName: Bool = true, targetClear: Bool = true,
    knownBefore: Bool = false, isFirst: Bool = true
  ) throws -> RewardTable.Award {
    try RewardTable(try Fixtures.rules(at: try Fixtures.instant(2024, 2, 15))).award(
      RewardRequest(
        items: zip(levels, findings).map { .init(findingId: $1.id, level: $0) }, realName: realName,
        targetClear: targetClear, knownBefore: knownBefore), for: findings, isFirst: isFirst)
  }

  @Test func `the highest item counts alone, never a sum`() throws {
    let findings = (0..<3).map { finding($0) }
    #expect(
      try award(["MINOR", "MAJOR", "ORDINARY"], findings) == .granted(level: "MAJOR", amount: .init(fen: 200_000)))
    #expect(try award(["MINOR", "MINOR", "MINOR"], findings) == .granted(level: "MINOR", amount: .init(fen: 50_000)))
  }

  @Test func `only what is verified is rewarded`() throws {
    #expect(
      try award(["MAJOR", "MINOR"], [finding(0, verified: false), finding(1)])
        == .granted(level: "MINOR", amount: .init(fen: 50_000)))
    #expect(try award(["MAJOR"], [finding(0, verified: nil)]) == .refused(.notVerified))
    #expect(try award([], [finding(0)]) == .refused(.notVerified))
  }

  @Test func `each condition refuses by its own reason`() throws {
    #expect(try award(["MAJOR"], [finding(0)], realName: false) == .refused(.notRealName))
    #expect(try award(["MAJOR"], [finding(0)], targetClear: false) == .refused(.targetUnclear))
    #expect(try award(["MAJOR"], [finding(0)], knownBefore: true) == .refused(.knownBefore))
    #expect(try award(["MAJOR"], [finding(0)], isFirst: false) == .refused(.notFirst))
  }

  @Test func `levels and findings that do not exist are told by their field`() throws {
    #expect(throws: PetitionError.self) { try award(["HUGE"], [finding(0)]) }
    #expect(throws: PetitionError.unknownFinding(finding(7).id.lowercased)) {
      try RewardTable(try Fixtures.rules(at: try Fixtures.instant(2024, 2, 15))).award(
        RewardRequest(
          items: [.init(findingId: finding(7).id, level: "MAJOR")], realName: true, targetClear: true,
          knownBefore: false), for: [finding(0)], isFirst: true)
    }
  }

  private func verified(_ name: String, _ desk: Desk) async throws -> (id: UUID, finding: UUID) {
    let id = try await desk.register([Fixtures.complaint(name)])[0]
    try await desk.step(Accept(), id)
    try await desk.step(Assign(lead: "brigade"), id)
    try await desk.step(
      Handle(outcome: .measuresOrdered, findings: [.init(siteName: "某厂", factCodes: ["sanluanwu"])]), id)
    let petition = try await desk.step(Verify(verified: true), id)
    return (id, petition.file.findings[0].id)
  }

  private func decide(_ report: (id: UUID, finding: UUID), _ desk: Desk) async throws -> Reward {
    let request = RewardRequest(
      items: [.init(findingId: report.finding, level: "MAJOR")], realName: true, targetClear: true, knownBefore: false)
    return try #require(
      try await desk.runner.run { work in
        try await desk.application.bureau.decideReward(
          request, for: report.id, by: Desk.caller, work: work, authorise: { _ in })
      })
  }

  @Test func `the first reporter is rewarded once and pays out in time; the second is not`() async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 2, 15)) { desk in
      let first = try await verified("A", desk)
      desk.clock.move(to: try Fixtures.instant(2024, 2, 16))
      let second = try await verified("B", desk)
      #expect(try await decide(second, desk).decided.refusal == .notFirst)
      let reward = try await decide(first, desk)
      #expect(reward.decided.amountFen == 200_000 && reward.status == .granted)
      #expect(reward.decided.dueDates.first?.length == 60)
      let notice = try PetitionerMessageRequested(
        json: try #require(try await desk.told(.petitionerMessages).last).data)
      #expect(notice.petitionId == first.id && notice.contact == 0 && notice.template == "petition-rewarded")
      #expect(notice.parameters["amount"] == "2000.00")
      await #expect(throws: RewardError.alreadyGranted) { _ = try await decide(first, desk) }
      #expect(try await decide(second, desk).decided.refusal == .notFirst)
      func claim() async throws -> Reward? {
        try await desk.runner.run { work in
          try await desk.application.bureau.settleReward.claim(
            reward.id, by: Desk.caller, work: work, authorise: { _ in })
        }
      }
      #expect(try await claim()?.status == .claimed)
      await #expect(throws: RewardError.notOpen(.claimed)) { _ = try await claim() }
      #expect(try await desk.count("select count(*) from timer where kind = 'petition.reward-claim-due'") == 0)
      let told = try await desk.told(.petitions).map(\.data).filter { $0["rewardId"] != nil }
      #expect(told.map { $0["granted"]?.bool } == [false, true, false, nil])
    }
  }

  @Test func `a reward that nobody claims lapses`() async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 2, 15)) { desk in
      let reward = try await decide(try await verified("A", desk), desk)
      desk.clock.move(to: try Fixtures.instant(2024, 4, 17))
      try await desk.fireTimers()
      let lapsed = try await desk.told(.petitions).compactMap { try? RewardLapsed(json: $0.data) }
      #expect(lapsed.map(\.rewardId) == [reward.id])
      await #expect(throws: RewardError.notOpen(.lapsed)) {
        _ = try await desk.runner.run { work in
          try await desk.application.bureau.settleReward.claim(
            reward.id, by: Desk.caller, work: work, authorise: { _ in })
        }
      }
    }
  }

  @Test func `what is violated again after the first case was closed may be rewarded again`() async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 2, 15)) { desk in
      let first = try await verified("A", desk)
      _ = try await decide(first, desk)
      // Closed by hand: the whole way to the archive is another test's.
      _ = try await desk.pool.query(
        "update petition_tally set archived_at = \(try Fixtures.instant(2024, 2, 20)) where petition_id = \(first.id) returning 1",
        as: Int.self)
      desk.clock.move(to: try Fixtures.instant(2024, 3, 1))
      #expect(try await decide(try await verified("B", desk), desk).status == .granted)
    }
  }
}
