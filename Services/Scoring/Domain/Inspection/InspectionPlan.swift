import Civics
import Contracts
import FoundationEssentials

/// How often and how a subject is to be inspected, with what that rests on.
struct InspectionPlan: Sendable, Equatable {
  let perYear: Ratio
  let mode: InspectionMode
  let reasons: [FrequencyReason]
  let rule: Contracts.RuleReference
  /// Until when the record makes it a special unit of double-random draws; nil when it does not. The colour may too.
  let specialUntil: Date?
  /// When the record alone changes the plan next; nil when it does not.
  let changesAt: Date?

  /// Whether it is inspected as before.
  func isSame(as other: InspectionPlan) -> Bool {
    perYear == other.perYear && mode == other.mode && reasons == other.reasons
  }
}

extension InspectionRules {
  /// - Parameters:
  ///   - unit: what the register says of it; nil for a subject that is not on it.
  ///   - isListed: whether it is on the positive list.
  func plan(
    colour: Colour, record: ComplianceRecord, unit: SupervisedUnit?, isListed: Bool, at instant: Date
  ) throws(ScoringError) -> InspectionPlan {
    var position = try position(of: colour)
    var reasons: [FrequencyReason] = [.colour]
    var ends: [Date] = []
    var steps = 0
    for cause in intensifications {
      let dates = cause.reason == .complaints ? record.complaints : record.violations
      guard let end = window.lasting(dates, atLeast: cause.threshold, at: instant) else { continue }
      reasons.append(cause.reason)
      ends.append(end)
      steps = max(steps, cause.steps)
    }
    let isIntensified = reasons.count > 1
    let isUndisturbed =
      noDisturbColours.contains(colour.rawValue.uppercased())
      && !noDisturbGroups.isDisjoint(with: unit?.groups ?? [])
    var mode: InspectionMode = isOffSiteFirst(colour) ? .offSiteFirst : .ordinary
    var times = perYear(at: position)
    if isIntensified, complaintsWin || !isUndisturbed {
      position += steps
      times = max(times, perYear(at: position))
      mode = .intensified
    } else if isUndisturbed {
      reasons = isListed ? [.colour, .noDisturb, .positiveList] : [.colour, .noDisturb]
      times = min(times, noDisturbPerYear)
      mode = .undisturbed
    } else if isListed {
      reasons.append(.positiveList)
      mode = .offSiteFirst
    }
    let special = specialUntil(record, at: instant)
    return InspectionPlan(
      perYear: times, mode: mode, reasons: reasons, rule: reference, specialUntil: special, changesAt: ends.min())
  }

  /// Until when the record makes a unit special (特殊监管对象).
  private func specialUntil(_ record: ComplianceRecord, at instant: Date) -> Date? {
    var ends: [Date] = []
    if specialCauses.contains("PENALISED"), let end = window.lasting(record.penalties, atLeast: 1, at: instant) {
      ends.append(end)
    }
    if specialCauses.contains("COMPLAINTS"),
      let end = window.lasting(record.complaints, atLeast: specialComplaints, at: instant)
    {
      ends.append(end)
    }
    return ends.max()
  }
}
