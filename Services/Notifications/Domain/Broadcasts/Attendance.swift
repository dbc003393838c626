import Contracts

/// Who came to a meeting, as whoever kept the list says.
struct Attendance: Sendable, Equatable, JSONConvertible {
  let addressee: String
  let attended: Bool
  let persons: Int?
  let minutes: Int?

  init(fields: JSONFields) throws(ContractViolation) {
    addressee = try fields.string("addressee")
    attended = try fields.bool("attended")
    persons = try fields.optionalInteger("persons", in: 0...10_000)
    minutes = try fields.optionalInteger("minutes", in: 0...100_000)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("addressee", addressee)
    object.set("attended", attended)
    object.set("persons", persons)
    object.set("minutes", minutes)
    return .object(object)
  }
}
