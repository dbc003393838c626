import Civics
import Contracts
import FoundationEssentials
import ServiceKit

@testable import Compensation

/// Rules, clues and instants of the tests.
enum Fixtures {
  struct Missing: Error {}

  static let firm = "uscc:91350100M000100Y43"
  static let site = "site:360482:某水泥制品厂"

  /// The rule packs of the project.
  private static let packs = Result {
    let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "deploy/rules")
    return try ["national.yaml", "zhangzhou.yaml", "zhenjiang.yaml", "mudanjiang.yaml"].map { name in
      let text = String(decoding: try Data(contentsOf: rules.appending(path: name)), as: UTF8.self)
      return try RulePack(yaml: text, file: name)
    }
  }

  static func book(_ profile: String) throws -> RuleBook { try RuleBook(profile: profile, packs: packs.get()) }

  static func rules(at instant: Date) throws -> CompensationRules {
    CompensationRules(try book("zhangzhou").rules(at: instant))
  }

  /// An instant in Shanghai.
  static func instant(_ year: Int, _ month: Int, _ day: Int, hour: Int = 9) throws -> Date {
    guard let day = CivilDate(year: year, month: month, day: day) else { throw Missing() }
    return ShanghaiTime.instant(day, hour: hour)
  }

  static func clue(at instant: Date, subject: String? = firm, penalty: PenaltyCase? = nil) -> Clue {
    Clue(
      id: Clue.id("test", "1"), source: .inspection, region: "350602", subjectKey: subject, at: instant,
      factCodes: ["EXCEEDED_STANDARD"], penalty: penalty)
  }

  static func opened(at instant: Date, subject: String? = firm, penalty: PenaltyCase? = nil) throws -> CompensationCase
  {
    try CompensationCase.open(
      clue(at: instant, subject: subject, penalty: penalty), correlation: "root", at: instant,
      rules: try rules(at: instant)
    ).0
  }

  static func finding(
    petition: UUID, finding: UUID = UUID(), at: Date, subject: String? = site, damage: Bool = true,
    verified: Bool = true
  ) -> PetitionVerified {
    PetitionVerified(
      petitionId: petition, petitionNumber: "2026-360482-0000-0000-0000", region: "360482", at: at,
      findingId: finding, verified: verified, subjectKey: subject, factCodes: ["ILLEGAL_DISCHARGE"],
      damageSuspected: damage, category: .water, unit: "eco-360482")
  }

  static func filing(
    _ number: String, fact: String = "f-1", at: Date, subject: String = site, petition: UUID? = nil
  ) -> PenaltyFiled {
    PenaltyFiled(
      factId: fact, subjectKey: subject, region: "360482", filedAt: at, penaltyNumber: number,
      factCodes: ["ILLEGAL_DISCHARGE"], petitionId: petition)
  }

  static func payment(_ number: String, _ caseId: UUID, _ fen: Int64, at: Date) -> PaymentReceived {
    PaymentReceived(paymentNumber: number, caseId: caseId, amountFen: fen, receivedAt: at, payer: .obligor)
  }
}
