import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Proof of service that came on paper or by word (送达回证), entered by staff.
struct AcknowledgementRoutes: Sendable {
  let posts: IdempotentPosts
  let acknowledge: AcknowledgeMessage

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/messages/{id}/acknowledgement") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader)
      let id = try PathID.read(context)
      let body = try await request.json(context)
      let note = try Self.note(JSONFields(body, path: "body"))
      return try await posts.answer(request, context, body: body) { work in
        let draft = try await acknowledge(id, note, by: Caller(principal, context), work: work) { draft in
          guard principal.mayAct(in: draft.region) else { throw Problem.regionForbidden(draft.region) }
        }
        guard let draft else { throw Problem.notFound("There is no message of this id.") }
        var object = JSONObject()
        object.set("messageId", draft.id)
        object.set("acknowledgedBy", principal.subject)
        object.set("by", code: note.kind)
        return JSONResponse(.object(object), status: .created)
      }
    }
  }

  private static func note(_ fields: JSONFields) throws -> AcknowledgeMessage.Note {
    let kind: AcknowledgementKind = try fields.code("by")
    let proof = try fields.optionalString("proof", limit: HandReport.proofLimit).map { TextMask.mask($0).text }
    if kind == .deliveryNote, proof == nil { throw MessageError.proofMissing }
    return AcknowledgeMessage.Note(kind: kind, proof: proof, proofSha256: try fields.optionalSHA256("proofSha256"))
  }
}
