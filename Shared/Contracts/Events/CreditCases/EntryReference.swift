public import FoundationEssentials

/// An entry of the ledger of facts.
public struct EntryReference: JSONConvertible {
  /// The entry.
  public var entryId: UUID

  public init(
    entryId: UUID
  ) {
    self.entryId = entryId
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    entryId = try fields.uuid("entryId")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("entryId", entryId)
    return .object(object)
  }
}
