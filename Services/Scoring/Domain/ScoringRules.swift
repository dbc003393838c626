import Civics
import Contracts
import FoundationEssentials

/// What the rule packs say of single facts, at one instant.
struct ScoringRules: Sendable {
  let rules: RulesInForce
  let calendar: WorkingCalendar

  init(_ rules: RulesInForce, calendar: WorkingCalendar = .builtIn) {
    self.rules = rules
    self.calendar = calendar
  }

  /// The fact with what each of its codes is worth. A code without a row is recorded without points, and said so.
  func assess(_ report: FactReport, correlation: String) throws(ScoringError) -> Fact {
    var lines: [FactLine] = []
    for code in report.codes.map(FactCode.normal) where !lines.contains(where: { $0.code == code }) {
      lines.append(try line(code, report.weight, from: report.establishedAt))
    }
    return Fact(
      id: report.id, subject: report.subject, region: report.region, origin: report.origin, kind: report.kind,
      source: report.source, externalId: report.externalId, from: report.establishedAt,
      happenedAt: report.happenedAt ?? report.establishedAt, article: report.article, evidence: report.evidence,
      petitionId: report.petitionId, penaltyNumber: report.penaltyNumber, isAssessment: report.isAssessment,
      content: report.content, correlation: correlation, lines: lines)
  }

  private func line(_ code: String, _ weight: FactReport.Weight, from start: Date) throws(ScoringError) -> FactLine {
    do throws(RuleLookupError) {
      guard weight != .none, rules.has(weight.rawValue),
        let row = try rules.table(weight.rawValue).row(where: "code", is: code)
      else { return FactLine(code: code, name: nil, points: .zero, until: nil, isVeto: false, rule: nil) }
      return try read(row, code, weight, from: start)
    } catch {
      throw .rule(error)
    }
  }

  private func read(
    _ row: RuleRow, _ code: String, _ weight: FactReport.Weight, from start: Date
  ) throws(RuleLookupError) -> FactLine {
    let number = try row.number("points")
    guard let size = Points(number), size >= .zero else {
      throw .notWhole(key: "\(weight.rawValue).\(code).points", number: number)
    }
    let isVeto = row.has("veto") ? try row.flag("veto") : false
    let weighs = size != .zero || isVeto
    let until = weighs ? try row.period("validity").due(from: start, calendar: calendar).instant : nil
    return FactLine(
      code: code, name: try row.text("name"), points: weight == .bonuses ? size : -size, until: until, isVeto: isVeto,
      rule: try rules.contractReference(weight.rawValue, row: row, code: code))
  }
}

extension RulesInForce {
  func has(_ key: String) -> Bool { (try? entry(key)) != nil }

  /// The reference that events carry; for a row, with the row's own article where it has one.
  func contractReference(
    _ key: String, row: RuleRow? = nil, code: String? = nil
  ) throws(RuleLookupError) -> Contracts.RuleReference {
    let reference = try reference(key)
    return Contracts.RuleReference(
      pack: reference.pack, version: reference.hash, rule: code.map { "\(key).\($0)" } ?? key,
      article: Article.text(row?.provenance?.citation ?? reference.source))
  }
}
