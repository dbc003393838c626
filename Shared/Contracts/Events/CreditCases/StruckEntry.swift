public import FoundationEssentials

/// An entry of the ledger that counts no longer, or not in full.
public struct StruckEntry: JSONConvertible {
  /// The entry.
  public var entryId: UUID
  /// The codes of it that are struck; absent means all.
  public var factCodes: [String]

  public init(
    entryId: UUID, factCodes: [String] = []
  ) {
    self.entryId = entryId
    self.factCodes = factCodes
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    entryId = try fields.uuid("entryId")
    factCodes = try fields.strings("factCodes", maximum: 32)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("entryId", entryId)
    object.set("factCodes", factCodes.isEmpty ? nil : factCodes)
    return .object(object)
  }
}
