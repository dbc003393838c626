import Contracts
import FoundationEssentials

/// An assessment of damage as staff enter it.
struct DamageReport: JSONConvertible, Equatable, Sendable {
  let input: DamageInput
  /// Who assessed it.
  let form: AssessmentForm?
  /// Present where it is assessed simply.
  let simple: SimpleCase?

  init(_ input: DamageInput, form: AssessmentForm? = nil, simple: SimpleCase? = nil) {
    self.input = input
    self.form = form
    self.simple = simple
  }

  init(fields: JSONFields) throws(ContractViolation) {
    input = try fields.object("input")
    form = try fields.optionalCode("form")
    simple = try fields.optionalObject("simple")
    // An opinion or a comprehensive determination stands for an appraisal in simple cases alone.
    if form == .expertOpinion || form == .comprehensive, simple == nil {
      throw fields.violation(.fieldMissing, "simple", "This form is for simple cases: say that it is one.")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("input", input)
    object.set("form", code: form)
    object.set("simple", simple)
    return .object(object)
  }
}
