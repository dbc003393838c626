import Contracts

/// What the discretion table gives by a law that changed between the act and the decision.
struct ChangedLaw: JSONConvertible {
  let discretionFen: Int64
  let statutoryMinimumFen: Int64?
  /// The article of the new law.
  let article: String

  init(fields: JSONFields) throws(ContractViolation) {
    discretionFen = try fields.fen("discretionFen")
    statutoryMinimumFen = try fields.optionalFen("statutoryMinimumFen")
    article = try fields.string("article")
    guard statutoryMinimumFen ?? 0 <= discretionFen else {
      throw fields.violation(.fieldRange, "statutoryMinimumFen", "It is more than the discretion table gives.")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("discretionFen", discretionFen)
    object.set("statutoryMinimumFen", statutoryMinimumFen)
    object.set("article", article)
    return .object(object)
  }
}
