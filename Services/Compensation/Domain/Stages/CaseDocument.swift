import Contracts
import FoundationEssentials

/// A document filed with a case: what it is and where it is kept, not its content.
struct CaseDocument: JSONConvertible {
  let id: UUID
  /// The stage it belongs to.
  let stage: CompensationStatus
  /// Its code in the rule packs.
  let kind: String
  /// The document's number (文号).
  let number: String?
  let title: String
  /// Where the file is kept, in the archive's own words.
  let reference: String?
  /// SHA-256 of the file.
  let sha256: String?
  let filedAt: Date
  let actor: String

  init(
    id: UUID, stage: CompensationStatus, kind: String, number: String?, title: String, reference: String?,
    sha256: String?, filedAt: Date, actor: String
  ) {
    self.id = id
    self.stage = stage
    self.kind = kind
    self.number = number
    self.title = title
    self.reference = reference
    self.sha256 = sha256
    self.filedAt = filedAt
    self.actor = actor
  }

  init(fields: JSONFields) throws(ContractViolation) {
    id = try fields.uuid("id")
    stage = try fields.code("stage")
    kind = try fields.string("kind")
    number = try fields.optionalString("number")
    title = try fields.text("title", limit: 512)
    reference = try fields.optionalString("reference", limit: 1024)
    sha256 = try fields.optionalSHA256("sha256")
    filedAt = try fields.instant("filedAt")
    actor = try fields.string("actor")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("id", id)
    object.set("stage", code: stage)
    object.set("kind", kind)
    object.set("number", number)
    object.set("title", title)
    object.set("reference", reference)
    object.set("sha256", sha256)
    object.set("filedAt", filedAt)
    object.set("actor", actor)
    return .object(object)
  }
}
