import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Scoring

@Suite("The catalogue of no-penalty and mitigation")
struct CatalogueTests {
  private let act = Date(timeIntervalSince1970: 1_767_600_000)  // 2026-01-05
  private var quarry: Quarry { Quarry(actAt: act) }
  private func day(_ count: Double) -> Date { act.addingTimeInterval(count * 86_400) }

  private func assess(
    _ request: LeniencyRequest, _ events: [any EventPayload] = [], codes: [String] = ["DUST_UNCONTROLLED"]
  ) throws -> LeniencyResult {
    var quarry = quarry
    quarry.codes = codes
    return try Quarry.assess([quarry.filed()] + events, request, at: day(30)).chosen
  }

  @Test("what is minor, corrected and without harm must not be punished, and nobody may choose otherwise")
  func required() throws {
    let item = ["MINOR_CORRECTED_NO_HARM"]
    let factors = ["ACT_MINOR", "CORRECTED_IN_TIME", "NO_HARM"]
    let result = try assess(try Quarry.request(items: item, found: factors))
    #expect(result.verdict == .noPenaltyRequired && result.yuan == ["0.00", "0.00"])
    // A duty elsewhere does not change what the law commands.
    let elsewhere = quarry.damageFiled(day(1), number: "他案")
    #expect(try assess(try Quarry.request(items: item, found: factors), [elsewhere]).verdict == .noPenaltyRequired)
    // Damage found in this very case refutes that there was no harm, and then the duty forbids the rest.
    let here = try assess(try Quarry.request(items: item, found: factors), [quarry.damageFiled(day(1))])
    #expect(here.verdict == .reductionForbidden && here.reason(item[0]) == .factorRefuted)
  }

  @Test("every factor needs a finding, and every finding evidence")
  func findings() throws {
    let item = ["FIRST_SLIGHT_CORRECTED"]
    let factors = ["FIRST_VIOLATION", "HARM_SLIGHT", "CORRECTED_IN_TIME"]
    let whole = try assess(try Quarry.request(items: item, found: factors))
    #expect(whole.verdict == .noPenaltyAllowed && whole.yuan == ["0.00", "60000.00"])
    for factor in factors {
      let rest = factors.filter { $0 != factor }
      #expect(try assess(try Quarry.request(items: item, found: rest)).reason(item[0]) == .factorNotFound)
    }
    let bare = try Quarry.request(items: item, found: factors, evidence: false)
    #expect(try assess(bare).reason(item[0]) == .factorWithoutEvidence)
    // What is known refutes what is claimed.
    let punished = quarry.punished("前罚", decidedAt: day(-700))
    #expect(
      try assess(try Quarry.request(items: item, found: factors), [punished]).reason(item[0]) == .factorRefuted)
    let longAgo = quarry.punished("前罚", decidedAt: day(-740))
    #expect(
      try assess(try Quarry.request(items: item, found: factors), [longAgo]).reason(item[0]) == .conditionsMet)
    let failed = quarry.rectified(day(3), passed: false)
    #expect(try assess(try Quarry.request(items: item, found: factors), [failed]).reason(item[0]) == .factorRefuted)
    #expect(try assess(try Quarry.request(items: ["NO_SUCH"], found: factors)).reason("NO_SUCH") == .itemUnknown)
  }

  @Test(
    "limits end where the catalogue says: two hours are in, a tenth over the limit is out",
    arguments: [
      ("2", "0.0999", "0.09", GroundFinding.Reason.conditionsMet), ("2.01", "0.05", "0.05", .measureOutside),
      ("2", "0.1", "0.05", .measureOutside), ("0", "0", "0.1", .measureOutside), ("0", "0", "0", .conditionsMet),
    ])
  func limits(hours: String, multiple: String, tonnes: String, reason: GroundFinding.Reason) throws {
    let measures: [JSON] = [
      ["measure": "DURATION_HOURS", "value": .number(hours)],
      ["measure": "EXCEEDANCE_MULTIPLE", "value": .number(multiple)],
      ["measure": "DAILY_WATER_TONNES", "value": .number(tonnes)],
    ]
    func asked(_ measures: [JSON]) throws -> LeniencyRequest {
      try Quarry.request(
        items: ["WATER_SLIGHT_EXCESS"], found: ["ACT_MINOR", "CORRECTED_IN_TIME"],
        more: ["measures": .array(measures)])
    }
    let result = try assess(try asked(measures), codes: ["exceeded-standard"])
    #expect(result.reason("WATER_SLIGHT_EXCESS") == reason)
    #expect(try assess(try asked(measures)).reason("WATER_SLIGHT_EXCESS") == .violationNotCovered)
    let short = try assess(try asked(Array(measures.dropLast())), codes: ["EXCEEDED_STANDARD"])
    #expect([.measureMissing, .measureOutside].contains(short.reason("WATER_SLIGHT_EXCESS")))
  }

  @Test("a lighter penalty stays above the statutory minimum, a mitigated one may go below; together at most half")
  func amounts() throws {
    let lighter = try assess(try Quarry.request(minimum: 5_000_000, items: ["HARM_REMOVED"], found: ["HARM_REMOVED"]))
    #expect(lighter.verdict == .reductionAllowed && lighter.yuan == ["50000.00", "60000.00"])
    let mitigated = try assess(try Quarry.request(minimum: 5_000_000, items: ["COERCED"], found: ["COERCED"]))
    #expect(mitigated.yuan == ["30000.00", "60000.00"])
    let all = try assess(
      try Quarry.request(
        items: ["COERCED", "MERITORIOUS", "HARM_REMOVED"], found: ["COERCED", "MERITORIOUS", "HARM_REMOVED"]))
    #expect(all.yuan == ["30000.00", "60000.00"] && all.range.reductions.count == 3)
    let none = try assess(try Quarry.request())
    #expect(none.verdict == .noGround && none.yuan == ["60000.00", "60000.00"])
  }

  @Test("no reduction while a duty of compensation is unperformed, anywhere; performed, it is possible again")
  func compensation() throws {
    let request = try Quarry.request(items: ["HARM_REMOVED"], found: ["HARM_REMOVED"])
    let filed = quarry.damageFiled(day(1), number: "他案")
    let open = try assess(request, [filed])
    #expect(open.verdict == .reductionForbidden && open.yuan == ["60000.00", "60000.00"])
    #expect(open.reason("COMPENSATION") == .compensationNotPerformed)
    #expect(open.reason("HARM_REMOVED") == .compensationNotPerformed)
    #expect(try assess(request, [filed, quarry.damageClosed(day(9), performed: false)]).verdict == .reductionForbidden)
    #expect(try assess(request, [filed, quarry.damageClosed(day(9), performed: true)]).verdict == .reductionAllowed)
    // The order in which the two are told changes nothing.
    #expect(try assess(request, [quarry.damageClosed(day(9), performed: true), filed]).verdict == .reductionAllowed)
    #expect(try assess(request, [quarry.clue(day(1))]).reason("COMPENSATION") == .compensationScreening)
    let notStarted = CompensationNotStarted(
      caseId: Quarry.compensation, caseNumber: "SH-1", region: Quarry.region, at: day(5), subjectKey: Quarry.subject,
      reason: .noDamage, penaltyNumber: Quarry.number)
    #expect(try assess(request, [quarry.clue(day(1)), notStarted]).verdict == .reductionAllowed)
  }

  @Test("the law at the time of the act, unless the new one is milder: each as a whole")
  func laws() throws {
    func changed(_ discretion: Int, _ minimum: Int) -> [String: JSON] {
      [
        "changedLaw": [
          "discretionFen": .number("\(discretion)"), "statutoryMinimumFen": .number("\(minimum)"), "article": "新法",
        ]
      ]
    }
    let milder = try assess(try Quarry.request(more: changed(4_000_000, 1_000_000)))
    #expect(milder.law == .atDecision && milder.yuan == ["40000.00", "40000.00"])
    let harder = try assess(try Quarry.request(more: changed(9_000_000, 5_000_000)))
    #expect(harder.law == .atAct && harder.yuan == ["60000.00", "60000.00"])
    #expect(try assess(try Quarry.request()).law == .atAct)
  }

  @Test("study and examination help only when passed after enough study, and only where the packs let them")
  func study() throws {
    let item = ["STUDIED_FIRST_SLIGHT"]
    let factors = ["FIRST_VIOLATION", "HARM_SLIGHT", "CORRECTED_IN_TIME"]
    let request = try Quarry.request(items: item, found: factors)
    #expect(try assess(request).reason(item[0]) == .studyMissing)
    let passed: [any EventPayload] = [quarry.studied(day(2)), quarry.examined(day(3))]
    let result = try assess(request, passed)
    #expect(result.verdict == .noPenaltyAllowed && result.reason("STUDY") == .conditionsMet)
    let short: [any EventPayload] = [quarry.studied(day(2), minutes: 799), quarry.examined(day(3))]
    #expect(try assess(request, short).reason("STUDY") == .studyMissing)
    let other: [any EventPayload] = [quarry.studied(day(2), number: "他案"), quarry.examined(day(3), number: "他案")]
    #expect(try assess(request, other).reason("STUDY") == .studyMissing)
    let elsewhere = try Quarry.assess([quarry.filed()] + passed, try Quarry.request(), at: day(30), profile: "lintong")
    #expect(elsewhere.chosen.reason("STUDY") == .ruleNotInForce && elsewhere.chosen.verdict == .noGround)
  }
}
