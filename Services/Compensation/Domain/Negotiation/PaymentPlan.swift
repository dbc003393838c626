import Civics
import Contracts
import FoundationEssentials

/// The instalments of an agreement.
enum PaymentPlan {
  /// The plan, numbered.
  /// - Throws: `invalid` for an instalment of nothing, one that is not later than the one before, or outside the span of
  ///   the agreement.
  static func instalments(
    _ planned: [PlannedInstalment], after signedAt: Date, through end: CivilDate
  ) throws(CompensationError) -> [AgreedInstalment] {
    let signed = ShanghaiTime.day(of: signedAt)
    guard end >= signed else {
      throw .invalid(field: "body.performBy", reason: "the day lies before the agreement")
    }
    var last: CivilDate?
    var plan: [AgreedInstalment] = []
    for (index, part) in planned.enumerated() {
      guard part.amountFen > 0 else {
        throw .invalid(field: "body.instalments[\(index)].amountFen", reason: "an instalment is more than nothing")
      }
      guard part.by >= signed, part.by <= end, last.map({ $0 < part.by }) ?? true else {
        throw .invalid(
          field: "body.instalments[\(index)].by",
          reason: "instalments follow each other, from the day of signing to performBy")
      }
      last = part.by
      plan.append(
        AgreedInstalment(number: index + 1, amountFen: part.amountFen, due: ShanghaiTime.end(of: part.by)))
    }
    return plan
  }
}
