import Contracts

/// Whom a broadcast goes to: all in the addressee book of these audiences and regions, and of what else is named.
struct BroadcastSegment: Sendable, Equatable {
  var audiences: [MessageAudience]
  /// Six-digit codes; a division covers those below it.
  var regions: [String]
  /// One of these, where any is named.
  var roles: [String] = []
  var tags: [String] = []
  var colours: [Colour] = []
}

extension BroadcastSegment: JSONConvertible {
  init(fields: JSONFields) throws(ContractViolation) {
    self.init(
      audiences: try fields.codes("audiences", required: true), regions: try fields.strings("regions", maximum: 64),
      roles: try fields.strings("roles"), tags: try fields.strings("tags"), colours: try fields.codes("colours"))
    if audiences.isEmpty { throw fields.violation(.fieldEmpty, "audiences") }
    if audiences.contains(.petitioner) {
      throw fields.violation(.fieldUnknownValue, "audiences", "No petitioner is in the addressee book.")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("audiences", codes: audiences)
    object.set("regions", regions)
    object.set("roles", roles)
    object.set("tags", tags)
    object.set("colours", codes: colours)
    return .object(object)
  }
}
