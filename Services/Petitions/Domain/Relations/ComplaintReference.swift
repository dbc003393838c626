import Contracts

/// A complaint as its sender names it.
struct ComplaintReference: JSONConvertible, Hashable {
  let source: String
  let externalId: String

  init(source: String, externalId: String) {
    self.source = source
    self.externalId = externalId
  }

  init(fields: JSONFields) throws(ContractViolation) {
    source = try fields.string("source", limit: 1024)
    externalId = try fields.string("externalId", limit: 1024)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("source", source)
    object.set("externalId", externalId)
    return .object(object)
  }
}
