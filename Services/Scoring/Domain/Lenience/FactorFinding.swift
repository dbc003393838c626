import Contracts

/// What staff found on one factor, with evidence (认真界定、主动核实、审慎落实).
struct FactorFinding: JSONConvertible {
  /// A code of `lenience.factors`.
  let factor: String
  let found: Bool
  let evidence: [EvidenceReference]
  let note: String?

  init(fields: JSONFields) throws(ContractViolation) {
    factor = try fields.string("factor")
    found = try fields.bool("found")
    evidence = try fields.objects("evidence", maximum: 32)
    note = try fields.optionalText("note", limit: 4096)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("factor", factor)
    object.set("found", found)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    object.set("note", note)
    return .object(object)
  }
}
