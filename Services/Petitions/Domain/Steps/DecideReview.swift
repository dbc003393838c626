import Contracts
import FoundationEssentials

/// Decides a review or re-examination: the answer is upheld or changed, or a review sends the case back. After a
/// re-examination nothing more is accepted on the same facts (信访工作条例 第三十五条、第三十六条).
struct DecideReview: PetitionStep {
  static let name = StepName.decideReview

  var verdict: ReviewVerdict
  /// The number of the written opinion.
  var documentNumber: String

  init(verdict: ReviewVerdict, documentNumber: String) {
    self.verdict = verdict
    self.documentNumber = documentNumber
  }

  init(fields: JSONFields) throws(ContractViolation) {
    verdict = try fields.code("verdict")
    documentNumber = try fields.string("documentNumber")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("verdict", code: verdict)
    object.set("documentNumber", documentNumber)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    guard let review = petition.file.openReview else {
      throw .invalid(field: "body.verdict", reason: "no review runs")
    }
    let level = review.requested.level
    let isLast = level == .reexamination
    guard !(isLast && verdict == .returned) else {
      throw .invalid(field: "body.verdict", reason: "a re-examination decides itself: its opinion is final")
    }
    let duty: DeadlineKind = isLast ? .reexamination : .review
    let isOnTime = petition.clock(duty).map { now < $0.basis.due } ?? true
    petition.end([duty], at: now)
    if !isLast, verdict != .returned {
      try petition.start(.reexaminationRequest, at: now, rules: circumstances.rules)
    }
    let decided = PetitionReviewDecided(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now, level: level,
      verdict: verdict, documentNumber: documentNumber, unit: review.requested.unit, onTime: isOnTime, final: isLast,
      dueDates: petition.dueDates(of: [.reexaminationRequest]))
    petition.file.reviews[petition.file.reviews.count - 1].decided = decided
    petition.status = isLast && review.before == .archived ? .final : review.before
    var effects = StepEffects()
    // What was supervised of a case on file is the review alone; after the decision of a re-examination nothing comes.
    if petition.file.archived != nil { effects.add(petition.liftSupervision(at: now)) }
    effects.add(decided)
    if verdict == .returned {
      effects.add(try petition.reopen(because: .review, at: now, rules: circumstances.rules))
    }
    effects.add(petition.open(notice: .reviewDecided, at: now))
    effects.message = PetitionerMessage(
      contact: 0, template: "petition-review-decided",
      parameters: petition.parameters(
        ["level": level.rawValue, "reviewVerdict": verdict.rawValue],
        due: isLast || verdict == .returned ? nil : petition.clock(.reexaminationRequest)))
    return effects
  }
}
