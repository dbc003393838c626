import Contracts
import FoundationEssentials

/// A claim as staff file it.
struct ClaimForm: JSONConvertible, Sendable, Equatable {
  let policyId: UUID
  let ground: ClaimGround
  let lines: [ClaimLine]

  init(policyId: UUID, ground: ClaimGround, lines: [ClaimLine]) {
    self.policyId = policyId
    self.ground = ground
    self.lines = lines
  }

  init(fields: JSONFields) throws(ContractViolation) {
    policyId = try fields.uuid("policyId")
    ground = try fields.code("ground")
    lines = try fields.objects("lines", required: true, maximum: 8)
    guard !lines.isEmpty else { throw ContractViolation(.fieldEmpty, field: fields.path("lines")) }
    guard lines.allSatisfy({ $0.amountFen > 0 }) else {
      throw fields.violation(.fieldRange, "lines", "Each line claims at least 1 fen.")
    }
    guard Set(lines.map(\.cover)).count == lines.count else {
      throw fields.violation(.fieldUnknownValue, "lines", "Each cover is claimed in one line.")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("policyId", policyId)
    object.set("ground", code: ground)
    object.set("lines", lines)
    return .object(object)
  }

  /// What is claimed in all; nil where it is more than can be counted.
  var claimedFen: Int64? {
    var total: Int64 = 0
    for line in lines {
      let (sum, overflow) = total.addingReportingOverflow(line.amountFen)
      if overflow || sum > JSONFields.largestAmount { return nil }
      total = sum
    }
    return total
  }
}
