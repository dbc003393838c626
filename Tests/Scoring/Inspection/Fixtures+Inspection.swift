import Civics
import Contracts
import Crypto
import FoundationEssentials
import ServiceKit
import Support

@testable import Scoring

extension Fixtures {
  /// The key that the tests' credit codes are signed with.
  static let codeKey = Curve25519.Signing.PrivateKey()

  static func inspections(_ profile: String = "lintong") throws -> InspectionRules {
    try InspectionRules(try book(profile).rules(at: try instant(2026, 1, 1)))
  }

  static func unit(
    _ subject: String = firm, groups: [String] = [], trades: [String] = []
  ) throws -> SupervisedUnit {
    SupervisedUnit(
      subject: subject, region: region, inspectionClass: .key, groups: groups, trades: trades, dailyEmission: nil,
      isActive: true, version: 1, entry: 1, updatedAt: try instant(2026, 1, 1))
  }

  /// A record with its dates so many days before an instant.
  static func record(
    before instant: Date, complaints: [Int] = [], violations: [Int] = [], penalties: [Int] = [],
    latest: [String: Int] = [:]
  ) -> ComplianceRecord {
    func date(_ days: Int) -> Date { instant.addingTimeInterval(-86_400 * Double(days)) }
    var record = ComplianceRecord()
    record.complaints = complaints.map(date).sorted()
    record.violations = violations.map(date).sorted()
    record.penalties = penalties.map(date).sorted()
    record.latest = latest.mapValues(date)
    return record
  }

  /// Another pack over Lintong's.
  static func book(changing rules: String) throws -> RulesInForce {
    let text = """
      pack: changed
      title: 测试
      version: "1"
      inherits: lintong
      region: "610115"
      effective: {from: 2022-05-01}
      documents:
        none: {title: 测试, mark: P}
      rules:
      """
    let pack = try RulePack(yaml: text + "\n" + rules, file: "changed")
    return try RulePackSet(try loaded.get() + [pack]).rules(for: "changed", at: try instant(2026, 1, 1))
  }

  /// Runs a script of the project.
  /// - Returns: its exit code and what it printed.
  static func run(_ script: String, _ arguments: [String]) throws -> (code: Int32, text: String) {
    try Script.run("\(Surroundings.root)/deploy/\(script)", arguments)
  }
}
