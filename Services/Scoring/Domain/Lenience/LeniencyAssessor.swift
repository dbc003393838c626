import Civics
import Contracts
import FoundationEssentials

/// Says what leniency a penalty case allows: the amount, and why.
///
/// The law at the time of the act holds, unless that of the decision is milder (行政处罚法 第三十七条): each is applied as a
/// whole, its discretion table with its rules of leniency, and the milder result stands.
struct LeniencyAssessor: Sendable {
  let file: PenaltyCase
  let request: LeniencyRequest
  let actAt: Date
  /// The instant of the decision.
  let now: Date
  /// The penalty cases that pledges of the subject have served.
  let usedPledges: [UUID: String]

  /// - Parameters:
  ///   - atAct: nil where no pack was in force yet.
  ///   - atDecision: the rules in force now.
  /// - Returns: the result that stands, and that of the other law.
  func assess(
    atAct: LenienceRules?, atDecision: LenienceRules
  ) throws(LenienceError) -> (chosen: LeniencyResult, other: LeniencyResult?) {
    let changed = request.changedLaw
    let new = try result(
      .atDecision, rules: atDecision, discretion: changed?.discretionFen ?? request.discretionFen,
      minimum: changed.map(\.statutoryMinimumFen) ?? request.statutoryMinimumFen)
    guard let atAct else { return (new, nil) }
    let old = try result(
      .atAct, rules: atAct, discretion: request.discretionFen, minimum: request.statutoryMinimumFen)
    return new.isMilder(than: old) ? (new, old) : (old, new)
  }

  private func result(
    _ law: LeniencyLaw, rules: LenienceRules, discretion: Int64, minimum: Int64?
  ) throws(LenienceError) -> LeniencyResult {
    let discretion = Money(fen: Int(discretion))
    let minimum = minimum.map { Money(fen: Int($0)) }
    var grounds: [GroundFinding] = []
    for code in request.items { grounds.append(item(code, rules)) }
    grounds.append(contentsOf: study(rules))
    let apology = try apology(rules)
    grounds.append(contentsOf: apology.finding.map { [$0] } ?? [])
    let isRequired = grounds.contains { $0.applies && $0.effect == .required }
    let duty = isRequired ? nil : compensation(rules)
    if let duty {
      grounds = grounds.map { $0.applies ? $0.forbidden(by: duty) : $0 } + [duty]
    }
    let range = try range(grounds, discretion, minimum, cap: apology.cap, rules)
    let verdict = verdict(grounds, range, isForbidden: duty != nil)
    let reference = try rules.reference(
      verdict == .reductionForbidden ? LenienceRules.Key.compensationFirst : LenienceRules.Key.catalogue)
    return LeniencyResult(
      law: law, verdict: verdict, range: range, statutoryMinimum: minimum,
      lowest: verdict == .noPenaltyRequired || verdict == .noPenaltyAllowed ? .zero : range.lowest,
      highest: verdict == .noPenaltyRequired ? .zero : range.highest, grounds: grounds,
      pledge: duty == nil ? apology.pledge : nil,
      reference: grounds.first(where: \.applies)?.reference ?? reference)
  }

  private func range(
    _ grounds: [GroundFinding], _ discretion: Money, _ minimum: Money?, cap: Money?, _ rules: LenienceRules
  ) throws(LenienceError) -> FineRange {
    let isMitigated = grounds.contains { $0.applies && $0.effect == .mitigated }
    let holds = rules.minimumHolds && !isMitigated
    do throws(AmountError) {
      var reductions: [Reduction] = []
      for ground in grounds where ground.applies {
        guard let rate = ground.rate else { continue }
        reductions.append(
          try Reduction(
            ground: ground.ground, rate: rate, of: discretion,
            cap: ground.ground == GroundFinding.Code.apology ? cap : nil))
      }
      return try FineRange(
        discretion: discretion, reductions: reductions, maximum: rules.maximum, floor: holds ? minimum ?? .zero : .zero)
    } catch {
      throw .invalid(field: "body.discretionFen", reason: "\(error)")
    }
  }

  private func verdict(_ grounds: [GroundFinding], _ range: FineRange, isForbidden: Bool) -> LeniencyVerdict {
    if isForbidden { return .reductionForbidden }
    let effects = grounds.filter(\.applies).compactMap(\.effect)
    if effects.contains(.required) { return .noPenaltyRequired }
    if effects.contains(.allowed) { return .noPenaltyAllowed }
    return range.lowest < range.discretion ? .reductionAllowed : .noGround
  }
}
