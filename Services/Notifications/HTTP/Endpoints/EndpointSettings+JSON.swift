import Contracts

extension EndpointSettings {
  /// Reads what is asked for; what is not named is as it is for everybody.
  /// - Throws: the field that is wrong.
  init(_ fields: JSONFields) throws(ContractViolation) {
    self.init()
    order = try fields.optionalCode("order") ?? order
    mode = try fields.optionalCode("mode") ?? mode
    concurrency = try fields.optionalInteger("concurrency", in: Self.concurrencies) ?? concurrency
    perMinute = try fields.optionalInteger("perMinute", in: Self.rates)
  }

  var json: JSONObject {
    var object = JSONObject()
    object.set("order", code: order)
    object.set("mode", code: mode)
    object.set("concurrency", concurrency)
    object.set("perMinute", perMinute)
    return object
  }
}
