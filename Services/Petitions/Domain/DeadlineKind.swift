/// The clocks of a petition: duties, each met by a step of staff, and rights, which lapse in silence.
enum DeadlineKind: String, Sendable, CaseIterable {
  /// From receipt until the petitioner is told whether it is accepted (信访工作条例 第二十三条).
  case acceptance
  /// The same within a channel's own, tighter limit.
  case channelDecision = "channel-decision"
  /// From receipt until the answer, within a channel's own limit: five working days of 12345.
  case channelAnswer = "channel-answer"
  /// From acceptance until the answer is given (第三十四条).
  case conclusion
  /// The same within the city's own, tighter limit.
  case localConclusion = "local-conclusion"
  /// From a transfer until the receiver has taken the case over and told the petitioner (第二十三条).
  case takeOver = "take-over"
  /// A right: from a transfer, the receiver may object (第二十三条).
  case objection
  /// From the stop of a clock until it must run again.
  case pause
  /// From an order of supervision until it is answered (第三十九条、第四十条).
  case supervision
  /// From the answer or the refusal until the case is filed.
  case archiving
  /// A right: from the written answer, the petitioner may ask for a review (第三十五条).
  case reviewRequest = "review-request"
  /// From the request until the review is answered (第三十五条).
  case review
  /// A right: from the answer of the review, the petitioner may ask for a re-examination (第三十六条).
  case reexaminationRequest = "re-examination-request"
  /// From the request until the re-examination is answered (第三十六条).
  case reexamination = "re-examination"

  /// Whether somebody must do something: then its end is warned of, told and taken a level up.
  var isDuty: Bool {
    switch self {
    case .objection, .reviewRequest, .reexaminationRequest: false
    default: true
    }
  }

  /// The clocks that the petitioner's answer stops.
  static let ofAnswer: Set<DeadlineKind> = [.conclusion, .localConclusion, .channelAnswer]
  /// The clocks that deciding on acceptance stops.
  static let ofDecision: Set<DeadlineKind> = [.acceptance, .channelDecision]
}
