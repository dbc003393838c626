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
    let kind = try FactKind.named(report.kind, in: rules)
    var lines: [FactLine] = []
    for code in report.codes.map(FactCode.normal) where !lines.contains(where: { $0.code == code }) {
      lines.append(try line(code, kind.weight, from: report.establishedAt))
    }
    return Fact(
      id: report.id, subject: report.subject, region: report.region, origin: report.origin, kind: report.kind,
      source: report.source, externalId: report.externalId, from: report.establishedAt,
      happenedAt: report.happenedAt ?? report.establishedAt, article: report.article, evidence: report.evidence,
      petitionId: report.petitionId, penaltyNumber: report.penaltyNumber, isAssessment: kind.assesses,
      client: report.client, owner: report.owner, amends: report.amends, amendsCase: report.amendsCase,
      withdraws: kind.withdraws, content: report.content, correlation: correlation, lines: lines)
  }

  /// What a code is worth in a fact that was established then.
  func line(_ code: String, _ weight: FactWeight, from start: Date) throws(ScoringError) -> FactLine {
    do throws(RuleLookupError) {
      guard let table = weight.table, rules.has(table), let row = try rules.table(table).row(where: "code", is: code)
      else {
        return FactLine(code: code, name: nil, weight: weight, points: .zero, until: nil, isVeto: false, rule: nil)
      }
      let price = try CodePrice(row, code, weight)
      return FactLine(
        code: code, name: try row.text("name"), weight: weight, points: price.points,
        until: price.until(from: start, calendar: calendar), isVeto: price.isVeto,
        rule: try rules.contractReference(table, row: row, code: code))
    } catch {
      throw .rule(error)
    }
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
