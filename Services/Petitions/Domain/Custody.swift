import Contracts
import FoundationEssentials

/// Who has a case, and when it passed from hand to hand (接件、交件、查件、办件).
struct Custody: JSONConvertible {
  /// The unit that has it.
  var holder: String
  /// Whether it got it by transfer (转办), not by assignment (交办).
  var isByTransfer = false
  /// When a unit first got it (交件).
  var handedOverAt: Date?
  /// When investigation began (查件).
  var investigatedAt: Date?
  /// A transfer that its receiver has neither taken over nor given back.
  @Boxed var transfer: PetitionTransferred?
  /// The receiver's objection, while it is not decided.
  @Boxed var objection: PetitionObjected?
  /// True once an objection to the present transfer was turned down: there is no second one.
  var isObjectionDecided = false

  init(holder: String) {
    self.holder = holder
  }

  /// Whether a transfer waits to be taken over.
  var isTransferOpen: Bool { transfer != nil && objection == nil }

  init(fields: JSONFields) throws(ContractViolation) {
    holder = try fields.string("holder")
    isByTransfer = try fields.optionalBool("byTransfer") ?? false
    handedOverAt = try fields.optionalInstant("handedOverAt")
    investigatedAt = try fields.optionalInstant("investigatedAt")
    transfer = try fields.optionalObject("transfer")
    objection = try fields.optionalObject("objection")
    isObjectionDecided = try fields.optionalBool("objectionDecided") ?? false
  }

  var json: JSON {
    var object = JSONObject()
    object.set("holder", holder)
    object.set("byTransfer", isByTransfer ? true : nil)
    object.set("handedOverAt", handedOverAt)
    object.set("investigatedAt", investigatedAt)
    object.set("transfer", transfer)
    object.set("objection", objection)
    object.set("objectionDecided", isObjectionDecided ? true : nil)
    return .object(object)
  }
}
