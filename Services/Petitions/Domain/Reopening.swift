import Contracts

/// That a case is handled again, and where its new round begins: what was checked and asked before counts no more.
struct Reopening: JSONConvertible {
  let event: PetitionReopened
  /// How many checks and calls there were before.
  let rechecks: Int
  let calls: Int

  init(event: PetitionReopened, rechecks: Int, calls: Int) {
    self.event = event
    self.rechecks = rechecks
    self.calls = calls
  }

  init(fields: JSONFields) throws(ContractViolation) {
    event = try fields.object("event")
    rechecks = try fields.integer("rechecks")
    calls = try fields.integer("calls")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("event", event)
    object.set("rechecks", rechecks)
    object.set("calls", calls)
    return .object(object)
  }
}
