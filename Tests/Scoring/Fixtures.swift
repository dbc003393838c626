import Civics
import Contracts
import FoundationEssentials
import Kafka
import ServiceKit

@testable import Scoring

/// Rules, facts and instants of the tests.
enum Fixtures {
  struct Missing: Error {}

  static let firm = "uscc:91350100M000100Y43"
  static let site = "site:610115:某砖瓦作坊"
  static let region = "610115"
  static let source = "/enforcement/test"

  /// The rule packs of the project, and one of the tests' own with points around the ends of the colours.
  static let loaded = Result {
    let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "deploy/rules")
    return try ["national.yaml", "lintong.yaml", "yingkou-2024.yaml", "yingkou.yaml", "dongguan.yaml"].map { name in
      let text = String(decoding: try Data(contentsOf: rules.appending(path: name)), as: UTF8.self)
      return try RulePack(yaml: text, file: name)
    } + [RulePack(yaml: ends, file: "ends")]
  }

  private static let ends = """
    pack: ends
    title: 边界
    version: "1"
    inherits: lintong
    region: "610115"
    effective: {from: 2022-05-01}
    documents:
      none: {title: 测试, mark: P}
    rules:
      scoring.deductions:
        table:
          columns: {code: text, name: text, points: number, validity: period, veto: "flag?"}
          rows:
            - {code: NOTHING, name: 无, points: 0, validity: "6 months, not rolled forward"}
            - {code: HUNDREDTH, name: 百分之一分, points: 0.01, validity: "6 months, not rolled forward"}
            - {code: TWO, name: 二分, points: 2, validity: "3 months, not rolled forward"}
            - {code: TEN, name: 十分, points: 10, validity: "6 months, not rolled forward"}
            - {code: NINETEEN_99, name: 十九分九九, points: 19.99, validity: "6 months, not rolled forward"}
            - {code: THIRTY, name: 三十分, points: 30, validity: "12 months, not rolled forward"}
            - {code: CRIME, name: 犯罪, points: 1, validity: "24 months, not rolled forward", veto: true}
        assumed: true
        reason: for tests
    """

  static func packs() throws -> [RulePack] { try loaded.get() }

  static func book(_ profile: String = "ends") throws -> RuleBook { try RuleBook(profile: profile, packs: packs()) }

  static func scale(_ profile: String = "ends") throws -> Scale {
    try Scale(try book(profile).rules(at: try instant(2026, 1, 1)))
  }

  /// An instant in Shanghai.
  static func instant(_ year: Int, _ month: Int, _ day: Int, hour: Int = 9) throws -> Date {
    guard let day = CivilDate(year: year, month: month, day: day) else { throw Missing() }
    return ShanghaiTime.instant(day, hour: hour)
  }

  /// A fact of the ledger, assessed by the rules.
  static func fact(
    _ number: String, _ codes: [String], from: Date, kind: String = "inspection.recorded", profile: String = "ends",
    subject: String = firm, petition: UUID? = nil, penalty: String? = nil, owner: String? = nil, amends: [UUID] = [],
    amendsCase: String? = nil, region: String = region
  ) throws -> Fact {
    try ScoringRules(try book(profile).rules(at: from)).assess(
      FactReport(
        subject: subject, region: region, origin: .inspection, kind: kind, source: source, externalId: number,
        establishedAt: from, codes: codes, petitionId: petition, penaltyNumber: penalty, owner: owner, amends: amends,
        amendsCase: amendsCase, content: Array(number.utf8)),
      correlation: "root")
  }

  /// The entry of a fact of this number.
  static func entry(_ number: String) -> UUID { FactReport.id(source: source, externalId: number) }

  static func inspection(
    _ number: String, _ codes: [String], at: Date, subject: String = firm, kind: InspectionKind = .doubleRandom
  ) -> InspectionRecorded {
    InspectionRecorded(
      factId: number, subjectKey: subject, region: region, inspectedAt: at, inspectionNumber: number, kind: kind,
      onSite: true, problems: !codes.isEmpty, factCodes: codes)
  }

  static func finding(
    _ codes: [String], at: Date, subject: String? = firm, petition: UUID = UUID(), finding: UUID = UUID(),
    verified: Bool = true
  ) -> PetitionVerified {
    PetitionVerified(
      petitionId: petition, petitionNumber: "2026-610115-0000-0000-0000", region: region, at: at, findingId: finding,
      verified: verified, subjectKey: subject, factCodes: codes, damageSuspected: false, category: .water,
      unit: "eco-610115")
  }
}
