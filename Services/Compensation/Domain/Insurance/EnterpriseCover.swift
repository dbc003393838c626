import Civics
import Contracts

/// Whether an enterprise is insured against the damage it may do (环境污染责任保险), and for how long.
struct EnterpriseCover: Sendable, Equatable {
  let holder: String
  let day: CivilDate
  /// Its policies that have not ended before the day, the earliest first.
  let policies: [InsurancePolicy]

  /// Whether a policy is in force on the day.
  var isInsured: Bool { policies.contains { ($0.form.from...$0.form.through).contains(day) } }

  /// The last day of cover without a gap from the day on; nil where there is none.
  var through: CivilDate? {
    var last: CivilDate?
    for policy in policies.sorted(by: { $0.form.from < $1.form.from }) where policy.form.from <= (last?.next ?? day) {
      last = max(last ?? policy.form.through, policy.form.through)
    }
    return isInsured ? last : nil
  }

  var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", holder)
    object.set("day", day.description)
    object.set("insured", isInsured)
    object.set("through", through?.description)
    return .object(object)
  }
}
