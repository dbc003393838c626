import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Scoring

@Suite("The public apology")
struct ApologyTests {
  private let act = Date(timeIntervalSince1970: 1_746_000_000)  // 2025-04-30
  private var quarry: Quarry { Quarry(actAt: act) }
  private func day(_ count: Double) -> Date { act.addingTimeInterval(count * 86_400) }
  private var everything: [any EventPayload] {
    [
      quarry.filed(), quarry.noticed(day(10)), quarry.rectified(day(15)), quarry.studied(day(16)),
      quarry.examined(day(17)), quarry.apologised(day(18)),
    ]
  }

  @Test("Yingkou's quarry: after rectification, study, examination and apology 34,000 of 60,000 lies in the range")
  func yingkou() throws {
    let result = try Quarry.assess(everything, try Quarry.request(), at: day(20)).chosen
    #expect(result.verdict == .reductionAllowed)
    #expect(result.yuan == ["30000.00", "60000.00"])
    #expect(result.reason("APOLOGY") == .conditionsMet && result.reason("STUDY") == .conditionsMet)
    #expect(result.pledge?.penaltyNumber == Quarry.number)
    #expect(result.range.reductions.map(\.most.description) == ["12000.00", "30000.00"])
    #expect(result.range.largestReduction.description == "30000.00")
  }

  @Test("Dongguan: 420,000 becomes 220,000 by the cap, though half would be 210,000; below the cap the rate decides")
  func dongguan() throws {
    let asked = CaseRecord(
      id: UUID(), kind: .apologyRequest, subject: Quarry.subject, region: Quarry.region, source: "/staff/test",
      penaltyNumber: Quarry.number, at: day(12), payload: [:])
    func result(_ discretion: Int, _ rateClass: String? = nil) throws -> LeniencyResult {
      let request = try Quarry.request(
        discretion: discretion, minimum: 1_000_000,
        more: rateClass.map { ["apologyClass": .string($0)] } ?? [:])
      let records = try Quarry.records(everything, now: day(20)) + [asked]
      let file = PenaltyCase(subject: Quarry.subject, number: Quarry.number, records: records)
      let rules = try LenienceBook(rules: Fixtures.book("dongguan")).rules(at: day(20))
      return try LeniencyAssessor(file: file, request: request, actAt: act, now: day(20), usedPledges: [:])
        .assess(atAct: nil, atDecision: rules).chosen
    }
    #expect(try result(42_000_000).yuan == ["220000.00", "220000.00"])
    #expect(try result(42_000_000).range.reductions.first?.isCapped == true)
    #expect(try result(40_000_000).yuan == ["200000.00", "200000.00"])
    #expect(try result(40_000_000).range.reductions.first?.isCapped == false)
    #expect(try result(10_000_000, "HEAVY_POLLUTION").yuan == ["70000.00", "70000.00"])
    #expect(try result(10_000_000, "TWO_BASINS").yuan == ["60000.00", "60000.00"])
    // The statutory minimum holds: half of 15,000 would be less.
    #expect(try result(1_500_000).yuan == ["10000.00", "10000.00"])
    #expect(throws: LenienceError.self) { try result(10_000_000, "NOBODY") }
  }

  @Test("each condition is asked for: rectified, published, pledged, none of the circumstances")
  func conditions() throws {
    func reason(_ events: [any EventPayload], more: [String: JSON] = [:]) throws -> GroundFinding.Reason? {
      try Quarry.assess(events, try Quarry.request(more: more), at: day(20)).chosen.reason("APOLOGY")
    }
    #expect(try reason([quarry.filed(), quarry.apologised(day(18))]) == .notRectified)
    #expect(try reason([quarry.filed(), quarry.rectified(day(15))]) == .apologyMissing)
    let failed = quarry.rectified(day(16), passed: false, id: "again")
    #expect(try reason(everything + [failed]) == .notRectified)
    let empty = quarry.apologised(day(18), pledged: false)
    #expect(try reason([quarry.filed(), quarry.rectified(day(15)), empty]) == .pledgeMissing)
    #expect(try reason(everything, more: ["circumstances": ["DRINKING_WATER_ZONE"]]) == .excluded)
    var fraud = quarry
    fraud.codes = ["monitoring-fraud"]
    #expect(try reason([fraud.filed()] + everything.dropFirst()) == .excluded)
    let crime = CrimeReferred(
      factId: "c", subjectKey: Quarry.subject, region: Quarry.region, referredAt: day(5), referralNumber: "移1",
      penaltyNumber: Quarry.number, factCodes: [])
    #expect(try reason(everything + [crime]) == .excluded)
    // Another violation within a year before excludes; one of more than a year ago does not.
    #expect(try reason(everything + [quarry.punished("前罚", decidedAt: day(-360))]) == .excluded)
    #expect(try reason(everything + [quarry.punished("前罚", decidedAt: day(-370))]) == .conditionsMet)
  }

  @Test("seven working days from the notice: the last day is in time, the first after it is not")
  func request() throws {
    let notice = try Fixtures.instant(2025, 6, 3)
    let last = try Fixtures.instant(2025, 6, 12, hour: 23)
    func reason(_ asked: Date) throws -> GroundFinding.Reason? {
      let record = CaseRecord(
        id: UUID(), kind: .apologyRequest, subject: Quarry.subject, region: Quarry.region, source: "/staff/test",
        penaltyNumber: Quarry.number, at: asked, payload: [:])
      let now = try Fixtures.instant(2025, 7, 1)
      let events: [any EventPayload] = [
        quarry.filed(), quarry.noticed(notice), quarry.rectified(notice), quarry.apologised(last),
      ]
      let file = PenaltyCase(
        subject: Quarry.subject, number: Quarry.number, records: try Quarry.records(events, now: now) + [record])
      let rules = try LenienceBook(rules: Fixtures.book("yingkou")).rules(at: now)
      return try LeniencyAssessor(file: file, request: try Quarry.request(), actAt: act, now: now, usedPledges: [:])
        .assess(atAct: nil, atDecision: rules).chosen.reason("APOLOGY")
    }
    #expect(try reason(last) == .conditionsMet)
    #expect(try reason(last.addingTimeInterval(3_600)) == .requestedTooLate)
  }

  @Test("a pledge serves one case; one publication named in two cases is one pledge")
  func onceForEachPledge() throws {
    let uri = "https://paper.example/1"
    let events: [any EventPayload] = [
      quarry.filed(), quarry.rectified(day(15)), quarry.apologised(day(18), uri: uri),
    ]
    let first = try Quarry.assess(events, try Quarry.request(), at: day(20)).chosen
    let pledge = try #require(first.pledge)
    let other = try Quarry.assess(events, try Quarry.request(), at: day(20), used: [pledge.id: "他案"]).chosen
    #expect(other.reason("APOLOGY") == .pledgeUsed && other.verdict == .noGround && other.pledge == nil)
    let same = try Quarry.assess(events, try Quarry.request(), at: day(20), used: [pledge.id: Quarry.number]).chosen
    #expect(same.reason("APOLOGY") == .conditionsMet)
    let elsewhere = try Quarry.records([quarry.apologised(day(1), number: "他案", uri: uri)], now: day(20))
    #expect(elsewhere.compactMap(Pledge.init).first?.id == pledge.id)
  }

  @Test("a pledge that was broken bars later apologies; an act before it or after its term breaks nothing")
  func brokenPledge() throws {
    func reason(_ breach: PenaltyDecided) throws -> GroundFinding.Reason? {
      let earlier = quarry.apologised(day(-400), number: "旧案")
      return try Quarry.assess(everything + [earlier, breach], try Quarry.request(), at: day(20)).chosen
        .reason("APOLOGY")
    }
    func breach(actAt: Double, decidedAt: Double) -> PenaltyDecided {
      quarry.punished("新案", decidedAt: day(decidedAt), actAt: day(actAt))
    }
    #expect(try reason(breach(actAt: -399, decidedAt: -380)) == .pledgeBroken)
    #expect(try reason(breach(actAt: -401, decidedAt: -380)) == .conditionsMet)
    // A year after the pledge it binds no longer. Decided after the act of this case, it is no repetition either.
    #expect(try reason(breach(actAt: -30, decidedAt: 5)) == .conditionsMet)
    // The violation of the case itself breaks nothing.
    let own = quarry.punished("旧案", decidedAt: day(-380), actAt: day(-390))
    #expect(try reason(own) == .conditionsMet)
  }

  @Test(
    "no apology lightens a penalty decided before April 2025; one decided after it may, since the new rule is milder")
  func startDate() throws {
    let act = try Fixtures.instant(2025, 2, 10)
    let quarry = Quarry(actAt: act)
    let events: [any EventPayload] = [
      quarry.filed(), quarry.rectified(act.addingTimeInterval(86_400 * 5)),
      quarry.apologised(act.addingTimeInterval(86_400 * 6)),
    ]
    let before = try Quarry.assess(events, try Quarry.request(), at: try Fixtures.instant(2025, 3, 31)).chosen
    #expect(before.reason("APOLOGY") == .ruleNotInForce && before.verdict == .noGround)
    #expect(before.yuan == ["60000.00", "60000.00"])
    let after = try Quarry.assess(events, try Quarry.request(), at: try Fixtures.instant(2025, 4, 1))
    #expect(after.chosen.law == .atDecision && after.chosen.yuan == ["30000.00", "60000.00"])
    #expect(after.other?.law == .atAct && after.other?.verdict == .noGround)
  }
}
