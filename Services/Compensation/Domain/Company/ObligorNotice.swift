import Contracts
import FoundationEssentials

/// A notice on the duty of compensation (告知单) that went to the obligor.
struct ObligorNotice: JSONConvertible {
  /// The document's number (文号).
  let number: String
  let subjectKey: String
  let issuedAt: Date
  /// Where its four answers stand.
  let pack: String
  let packVersion: String
  let packHash: String
  var servedAt: Date?
  var method: ServiceMethod?
  /// The proof of service, where another system brought it: its receipt, the number of the signed note.
  var proof: String?
  /// Why it could not be brought last.
  var failure: DeliveryFailure?

  init(
    number: String, subjectKey: String, issuedAt: Date, pack: String, packVersion: String, packHash: String
  ) {
    self.number = number
    self.subjectKey = subjectKey
    self.issuedAt = issuedAt
    self.pack = pack
    self.packVersion = packVersion
    self.packHash = packHash
  }

  init(fields: JSONFields) throws(ContractViolation) {
    number = try fields.string("number")
    subjectKey = try fields.subjectKey("subjectKey")
    issuedAt = try fields.instant("issuedAt")
    pack = try fields.string("pack")
    packVersion = try fields.string("packVersion")
    packHash = try fields.string("packSha256")
    servedAt = try fields.optionalInstant("servedAt")
    method = try fields.optionalCode("method")
    proof = try fields.optionalString("proof", limit: 512)
    failure = try fields.optionalCode("failure")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("number", number)
    object.set("subjectKey", subjectKey)
    object.set("issuedAt", issuedAt)
    object.set("pack", pack)
    object.set("packVersion", packVersion)
    object.set("packSha256", packHash)
    object.set("servedAt", servedAt)
    object.set("method", code: method)
    object.set("proof", proof)
    object.set("failure", code: failure)
    return .object(object)
  }
}
