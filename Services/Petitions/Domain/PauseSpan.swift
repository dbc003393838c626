import Civics
import Contracts

/// A pause as it is kept and shown.
struct PauseSpan: JSONConvertible {
  let pause: Pause

  init(pause: Pause) { self.pause = pause }

  init(fields: JSONFields) throws(ContractViolation) {
    guard let from = CivilDate(try fields.string("from")) else {
      throw ContractViolation(.fieldFormat, field: fields.path("from"))
    }
    let to = try fields.optionalString("to")
    pause = Pause(from: from, to: to.flatMap { CivilDate($0) }, reason: try fields.string("reason"))
  }

  var json: JSON {
    var object = JSONObject()
    object.set("from", pause.from.description)
    object.set("to", pause.to?.description)
    object.set("reason", pause.reason)
    return .object(object)
  }
}
