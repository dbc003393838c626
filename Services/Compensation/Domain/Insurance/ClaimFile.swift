import Contracts
import FoundationEssentials

/// What belongs to a claim beside where it stands.
struct ClaimFile: JSONConvertible, Sendable {
  let ground: ClaimGround
  let policyNumber: String
  /// The insurer that leads the pool.
  let insurer: String
  let lines: [ClaimLine]
  let claimedFen: Int64
  let filedAt: Date
  /// The conditions met, with what shows it.
  var conditions: [MetCondition] = []
  var conditionsMetAt: Date?
  /// The insurer's period; absent until the conditions are met.
  var clock: LegalClock?
  var withdrawal: ClaimWithdrawal?
  var recourse: Recourse?

  init(
    ground: ClaimGround, policyNumber: String, insurer: String, lines: [ClaimLine], claimedFen: Int64, filedAt: Date
  ) {
    self.ground = ground
    self.policyNumber = policyNumber
    self.insurer = insurer
    self.lines = lines
    self.claimedFen = claimedFen
    self.filedAt = filedAt
  }

  init(fields: JSONFields) throws(ContractViolation) {
    ground = try fields.code("ground")
    policyNumber = try fields.string("policyNumber")
    insurer = try fields.string("insurer")
    lines = try fields.objects("lines")
    claimedFen = try fields.fen("claimedFen")
    filedAt = try fields.instant("filedAt")
    conditions = try fields.objects("conditions")
    conditionsMetAt = try fields.optionalInstant("conditionsMetAt")
    clock = try fields.optionalObject("clock")
    withdrawal = try fields.optionalCode("withdrawal")
    recourse = try fields.optionalObject("recourse")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("ground", code: ground)
    object.set("policyNumber", policyNumber)
    object.set("insurer", insurer)
    object.set("lines", lines)
    object.set("claimedFen", claimedFen)
    object.set("filedAt", filedAt)
    object.set("conditions", conditions)
    object.set("conditionsMetAt", conditionsMetAt)
    object.set("clock", clock)
    object.set("withdrawal", code: withdrawal)
    object.set("recourse", recourse)
    return .object(object)
  }
}
