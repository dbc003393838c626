import Civics
import Contracts
import FoundationEssentials

/// A monthly check with everything needed to draw its sample again; the seed only once it is revealed.
enum CheckView {
  static func line(_ check: MonthlyCheck) -> JSON { .object(fields(check)) }

  static func detail(_ check: MonthlyCheck, _ cases: [CheckedCase], _ contributions: [Contribution]) -> JSON {
    var object = fields(check)
    if !contributions.isEmpty {
      object.set("contributions", .array(contributions.map { contribution($0, of: check) }))
    }
    object.set(
      "cases",
      .array(
        cases.map { found in
          var object = JSONObject()
          object.set("rank", found.rank)
          object.set("petitionId", found.petitionId)
          object.set("petitionNumber", found.petitionNumber)
          object.set("region", found.region)
          object.set("passed", found.passed)
          object.set("checkedAt", found.checkedAt)
          object.set("checkedBy", found.checkedBy)
          object.set("unit", found.unit)
          object.set("summary", found.summary)
          return .object(object)
        }))
    return .object(object)
  }

  /// What another brings to the chance; the seed only once the sample is drawn, as the service's own.
  private static func contribution(_ contribution: Contribution, of check: MonthlyCheck) -> JSON {
    var object = JSONObject()
    object.set("contributor", contribution.contributor)
    object.set("commitment", contribution.commitment)
    object.set("committedAt", contribution.committedAt)
    object.set("revealedAt", contribution.revealedAt)
    if check.status != .committed { object.set("seed", contribution.seed) }
    return .object(object)
  }

  private static func fields(_ check: MonthlyCheck) -> JSONObject {
    var object = JSONObject()
    object.set("checkId", check.id)
    object.set("region", check.region)
    object.set("month", check.month)
    object.set("status", code: check.status)
    object.set("algorithm", ProvableDraw.algorithm)
    object.set("purpose", check.purpose)
    object.set("contributor", check.seed.contributor)
    object.set("commitment", check.commitment)
    object.set("committedAt", check.committedAt)
    if check.status != .committed { object.set("seed", check.seed.hexadecimal) }
    object.set("drawnAt", check.drawnAt)
    object.set("poolSize", check.poolSize)
    object.set("poolSha256", check.poolSha256)
    object.set("sampleSize", check.sampleSize)
    object.set("rule", check.rule)
    object.set("version", check.sequence)
    return object
  }
}
