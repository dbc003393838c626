import Contracts
import FoundationEssentials

/// One legal clock of one case, with why it ends when it ends.
struct Deadline: JSONConvertible {
  let kind: DeadlineKind
  let dueDate: Contracts.DueDate
  /// The same without rolling past rest days: what the bureau works towards.
  let internalDue: Date
  let pack: String
  let packVersion: String
  /// SHA-256 of the pack's canonical bytes.
  let packHash: String
  /// The steps of counting, as sentences.
  let derivation: [String]
  /// When what it asks for was done.
  var metAt: Date?
  /// When it was found to have run out.
  var overdueAt: Date?

  init(
    kind: DeadlineKind, dueDate: Contracts.DueDate, internalDue: Date, pack: String, packVersion: String,
    packHash: String, derivation: [String]
  ) {
    self.kind = kind
    self.dueDate = dueDate
    self.internalDue = internalDue
    self.pack = pack
    self.packVersion = packVersion
    self.packHash = packHash
    self.derivation = derivation
  }

  init(fields: JSONFields) throws(ContractViolation) {
    kind = try fields.code("kind")
    dueDate = try fields.object("dueDate")
    internalDue = try fields.instant("internalDue")
    pack = try fields.string("pack")
    packVersion = try fields.string("packVersion")
    packHash = try fields.string("packSha256")
    derivation = try fields.strings("derivation", limit: 1024)
    metAt = try fields.optionalInstant("metAt")
    overdueAt = try fields.optionalInstant("overdueAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("kind", code: kind)
    object.set("dueDate", dueDate)
    object.set("internalDue", internalDue)
    object.set("pack", pack)
    object.set("packVersion", packVersion)
    object.set("packSha256", packHash)
    object.set("derivation", derivation)
    object.set("metAt", metAt)
    object.set("overdueAt", overdueAt)
    return .object(object)
  }

  /// Whether it runs: neither met nor told to have run out.
  var isRunning: Bool { metAt == nil && overdueAt == nil }
  /// Whether it has run out and is not yet made good.
  var isOverdue: Bool { metAt == nil && overdueAt != nil }
}
