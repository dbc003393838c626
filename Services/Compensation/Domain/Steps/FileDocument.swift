import Contracts
import FoundationEssentials

/// Files a document with a stage of the case.
struct FileDocument: CaseStep {
  static let name = StepName.fileDocument

  /// The stage it belongs to; absent means the one where the case stands.
  var stage: CompensationStatus?
  /// A code that the rule packs list for the stage.
  var kind: String
  /// The document's number (文号).
  var number: String?
  /// Absent means the title that the packs have.
  var title: String?
  /// Where the file is kept.
  var reference: String?
  /// SHA-256 of the file.
  var sha256: String?

  init(
    stage: CompensationStatus? = nil, kind: String, number: String? = nil, title: String? = nil,
    reference: String? = nil, sha256: String? = nil
  ) {
    self.stage = stage
    self.kind = kind
    self.number = number
    self.title = title
    self.reference = reference
    self.sha256 = sha256
  }

  init(fields: JSONFields) throws(ContractViolation) {
    stage = try fields.optionalCode("stage")
    kind = try fields.string("kind", limit: 64)
    number = try fields.optionalString("number")
    title = try fields.optionalText("title", limit: 512)
    reference = try fields.optionalString("reference", limit: 1024)
    sha256 = try fields.optionalSHA256("sha256")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("stage", code: stage)
    object.set("kind", kind)
    object.set("number", number)
    object.set("title", title)
    object.set("reference", reference)
    object.set("sha256", sha256)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    let stage = stage ?? compensation.status
    let listed = try circumstances.rules.documents(of: stage)
    guard let known = listed.first(where: { $0.kind == kind }) else {
      throw .codeNotListed(field: "body.kind", code: kind, listed: listed.map(\.kind))
    }
    let count = compensation.file.documents.count
    guard count < CaseFile.longest else { throw .full("documents") }
    compensation.file.documents.append(
      CaseDocument(
        id: EventIdentity.uuidV5(
          namespace: EventIdentity.causeNamespace, parts: "document", compensation.id.lowercased, String(count)),
        stage: stage, kind: kind, number: number, title: title ?? known.title, reference: reference, sha256: sha256,
        filedAt: circumstances.now, actor: circumstances.actor))
    return []
  }
}
