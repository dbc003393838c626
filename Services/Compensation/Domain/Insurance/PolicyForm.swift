import Civics
import Contracts
import FoundationEssentials

/// A policy as staff enter it.
struct PolicyForm: JSONConvertible, Sendable, Equatable {
  let number: String
  /// Where the damage must be (GB/T 2260).
  let region: String
  /// The enterprise insured; absent for the city's pool.
  let holder: String?
  /// The insurers of the pool, the leading one first.
  let insurers: [String]
  let coverage: [InsuranceCover]
  /// What all claims together may reach, in fen.
  let limitFen: Int64
  /// The first and the last day.
  let from: CivilDate
  let through: CivilDate

  init(
    number: String, region: String, holder: String? = nil, insurers: [String], coverage: [InsuranceCover],
    limitFen: Int64, from: CivilDate, through: CivilDate
  ) {
    self.number = number
    self.region = region
    self.holder = holder
    self.insurers = insurers
    self.coverage = coverage
    self.limitFen = limitFen
    self.from = from
    self.through = through
  }

  init(fields: JSONFields) throws(ContractViolation) {
    number = try fields.string("number", limit: 128)
    region = try fields.region("region")
    holder = try fields.optionalSubjectKey("holder")
    insurers = try fields.strings("insurers", required: true, maximum: 32)
    coverage = try fields.codes("coverage", required: true, maximum: 8)
    limitFen = try fields.fen("limitFen", minimum: 1)
    from = try fields.day("from")
    through = try fields.day("through")
    try SubjectCheck.check(region: region, field: fields.path("region"))
    if let holder { try SubjectCheck.check(holder, field: fields.path("holder")) }
    guard !insurers.isEmpty else { throw ContractViolation(.fieldEmpty, field: fields.path("insurers")) }
    guard !coverage.isEmpty else { throw ContractViolation(.fieldEmpty, field: fields.path("coverage")) }
    guard from <= through else {
      throw fields.violation(.fieldRange, "through", "The last day must not come before the first.")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("number", number)
    object.set("region", region)
    object.set("holder", holder)
    object.set("insurers", insurers)
    object.set("coverage", codes: coverage)
    object.set("limitFen", limitFen)
    object.set("from", from.description)
    object.set("through", through.description)
    return .object(object)
  }
}
