import Civics
import Contracts
import FoundationEssentials

extension CompensationRules {
  /// The keys of restoration in the rule packs.
  enum RestorationKey {
    static let modes = "compensation.restoration-modes"
    static let unrestorable = "compensation.unrestorable"
    static let labourConditions = "compensation.labour.conditions"
    static let labourKinds = "compensation.labour.kinds"
    static let withoutEvaluation = "compensation.evaluation.exempt-modes"
  }

  /// Checks what is to be done in kind: each in a unit of its mode, in place only where the damage can be restored, by
  /// labour only where every condition was found.
  func check(
    _ measures: [RestorationMeasure], under decision: RestorationDecision
  ) throws(CompensationError) {
    try checkConditions(decision)
    let table = try look { rules throws(RuleLookupError) in try rules.table(RestorationKey.modes) }
    for (index, measure) in measures.enumerated() {
      let field = "body.measures[\(index)]"
      guard measure.quantity > 0, measure.quantity <= RestorationMeasure.largestQuantity else {
        throw .invalid(field: "\(field).quantity", reason: "above zero, at most a thousand million")
      }
      guard !measures[..<index].contains(where: { $0.isLike(measure) }) else {
        throw .invalid(field: field, reason: "one line for each mode, unit and work")
      }
      let rows = table.rows.filter { $0.cells["code"] == .text(measure.mode.ruleCode) }
      guard measure.mode != .money, !rows.isEmpty else {
        throw .invalid(field: "\(field).mode", reason: "what is paid stands in instalments, what is done in measures")
      }
      let units = rows.compactMap { row in RestorationUnit.allCases.first { row.cells["unit"] == .text($0.ruleName) } }
      guard units.contains(measure.unit) else {
        throw .codeNotListed(field: "\(field).unit", code: measure.unit.rawValue, listed: units.map(\.rawValue))
      }
      try checkPlace(rows, decision, field: "\(field).mode")
      try checkLabour(measure, decision, field: field)
    }
  }

  /// Whether the effect of any of these must be evaluated.
  func needsEvaluation(_ measures: [RestorationMeasure]) throws(CompensationError) -> Bool {
    let exempt = try look { rules throws(RuleLookupError) in try rules.list(RestorationKey.withoutEvaluation) }
    return !measures.allSatisfy { exempt.contains($0.mode.ruleCode) }
  }

  /// What cannot be restored is made good by substitutes or paid for, not restored in place.
  private func checkPlace(
    _ rows: [RuleRow], _ decision: RestorationDecision, field: String
  ) throws(CompensationError) {
    guard decision.restorability == .none else { return }
    let allowed = try look { rules throws(RuleLookupError) in try rules.list(RestorationKey.unrestorable) }
    guard allowed.contains("SUBSTITUTE"), rows.contains(where: { $0.cells["substitute"] == .flag(true) }) else {
      throw .invalid(field: field, reason: "the damage cannot be restored: only substitutes, labour or money remain")
    }
  }

  /// Labour stands for money only where the damage is minor and the obligor actively corrects (劳务代偿): both.
  private func checkLabour(
    _ measure: RestorationMeasure, _ decision: RestorationDecision, field: String
  ) throws(CompensationError) {
    guard measure.mode == .labour else {
      guard measure.work == nil else {
        throw .invalid(field: "\(field).work", reason: "only labour has a kind of work")
      }
      return
    }
    guard rules.has(RestorationKey.labourConditions) else { throw .settlement(.notPractised("劳务代偿")) }
    let (needed, kinds) = try look { rules throws(RuleLookupError) in
      (try rules.list(RestorationKey.labourConditions), try rules.list(RestorationKey.labourKinds))
    }
    let missing = needed.filter { !decision.conditions.contains($0) }
    guard missing.isEmpty else { throw .settlement(.conditionsMissing(missing)) }
    guard let work = measure.work, kinds.contains(work) else {
      throw .codeNotListed(field: "\(field).work", code: measure.work ?? "", listed: kinds)
    }
  }

  private func checkConditions(_ decision: RestorationDecision) throws(CompensationError) {
    guard let first = decision.conditions.first else { return }
    guard rules.has(RestorationKey.labourConditions) else { throw .settlement(.notPractised("劳务代偿")) }
    let known = try look { rules throws(RuleLookupError) in try rules.list(RestorationKey.labourConditions) }
    guard decision.conditions.allSatisfy(known.contains) else {
      throw .codeNotListed(
        field: "body.conditions", code: decision.conditions.first { !known.contains($0) } ?? first, listed: known)
    }
  }
}
