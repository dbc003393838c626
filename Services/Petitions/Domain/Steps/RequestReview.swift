import Civics
import Contracts
import FoundationEssentials

/// The petitioner contests the answer: first by review (复查), then by re-examination (复核), each within thirty days of the
/// written answer before it, each by the unit next above (信访工作条例 第三十五条、第三十六条).
struct RequestReview: PetitionStep {
  static let name = StepName.requestReview

  /// The unit that reviews.
  var unit: String

  init(unit: String) {
    self.unit = unit
  }

  init(fields: JSONFields) throws(ContractViolation) {
    unit = try fields.string("unit")
  }

  var json: JSON { ["unit": .string(unit)] }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    let before = petition.file.currentReviews.last
    guard unit != petition.unit, unit != before?.requested.unit else {
      throw .invalid(field: "body.unit", reason: "a review is the business of the unit above the one that answered")
    }
    let level: ReviewLevel = before == nil ? .review : .reexamination
    let right: DeadlineKind = level == .review ? .reviewRequest : .reexaminationRequest
    let until = try lastDay(right, of: petition, rules: circumstances.rules)
    guard now < until else { throw .lapsed(.requestReview, until) }
    petition.end([right], at: now)
    let duty: DeadlineKind = level == .review ? .review : .reexamination
    try petition.start(duty, at: now, rules: circumstances.rules)
    let requested = PetitionReviewRequested(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now, level: level,
      unit: unit, dueDates: petition.dueDates(of: [duty]))
    petition.file.reviews.append(Review(requested: requested, before: petition.status))
    petition.status = level == .review ? .underReview : .underReexamination
    var effects = StepEffects(events: [requested])
    effects.add(petition.open(notice: .reviewAccepted, at: now))
    effects.message = PetitionerMessage(
      contact: 0, template: "petition-review-accepted",
      parameters: petition.parameters(["level": level.rawValue, "unit": unit], due: petition.clock(duty)))
    return effects
  }

  /// The right runs from the day the written answer arrived, where that is on record, else from the answer itself.
  private func lastDay(
    _ right: DeadlineKind, of petition: Petition, rules: PetitionRules
  ) throws(PetitionError) -> Date {
    guard let shown = petition.clock(right) else { return .distantPast }
    let arrived =
      right == .reviewRequest
      ? petition.contact(3)?.at : petition.file.notices.last { $0.kind == .reviewDecided }?.at
    guard let arrived, arrived > shown.start else { return shown.basis.due }
    return try PetitionError.ofRules { () throws(RuleLookupError) in try rules.basis(of: right, from: arrived) }.due
  }
}
