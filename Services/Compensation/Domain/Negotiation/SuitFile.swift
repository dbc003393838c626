import Contracts
import FoundationEssentials

/// The papers for a suit (诉讼材料), as they were made.
struct SuitFile: JSONConvertible {
  var cause: SuitCause
  /// 赔偿权利人.
  var plaintiff: String
  var court: String
  /// What is claimed, in fen.
  var amountFen: Int64?
  var preparedAt: Date
  var text: String
  /// SHA-256 of the text.
  var sha256: String
  /// What is enclosed.
  var documents: [EvidenceReference]

  init(
    cause: SuitCause, plaintiff: String, court: String, amountFen: Int64? = nil, preparedAt: Date, text: String,
    sha256: String, documents: [EvidenceReference] = []
  ) {
    self.cause = cause
    self.plaintiff = plaintiff
    self.court = court
    self.amountFen = amountFen
    self.preparedAt = preparedAt
    self.text = text
    self.sha256 = sha256
    self.documents = documents
  }

  init(fields: JSONFields) throws(ContractViolation) {
    cause = try fields.code("cause")
    plaintiff = try fields.string("plaintiff")
    court = try fields.string("court")
    amountFen = try fields.optionalFen("amountFen")
    preparedAt = try fields.instant("preparedAt")
    text = try fields.text("text", limit: 65536)
    sha256 = try fields.sha256("sha256")
    documents = try fields.objects("documents")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("cause", code: cause)
    object.set("plaintiff", plaintiff)
    object.set("court", court)
    object.set("amountFen", amountFen)
    object.set("preparedAt", preparedAt)
    object.set("text", text)
    object.set("sha256", sha256)
    object.set("documents", documents.isEmpty ? nil : documents)
    return .object(object)
  }
}
