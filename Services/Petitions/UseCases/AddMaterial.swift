import Contracts
import Crypto
import FoundationEssentials
import Messaging

/// More material for a case, by whatever channel (PET-23): somebody who telephoned sends the photographs by WeChat.
struct AddMaterial: Sendable {
  /// What came in.
  struct Material: JSONConvertible {
    var channel: IntakeChannel
    /// The words with it.
    var content: String?
    var attachments: [Attachment]
    /// Who sent it, when known.
    var reporter: Reporter?
    /// The sender's own number; nil takes one that follows from the material.
    var externalId: String?

    init(
      channel: IntakeChannel, content: String? = nil, attachments: [Attachment] = [], reporter: Reporter? = nil,
      externalId: String? = nil
    ) {
      self.channel = channel
      self.content = content
      self.attachments = attachments
      self.reporter = reporter
      self.externalId = externalId
    }

    init(fields: JSONFields) throws(ContractViolation) {
      channel = try fields.code("channel")
      content = try fields.optionalText("content", limit: 32768)
      attachments = try fields.objects("attachments", maximum: 32)
      reporter = try fields.optionalObject("reporter")
      externalId = try fields.optionalString("externalId", limit: 128)
      guard content != nil || !attachments.isEmpty else { throw fields.violation(.fieldMissing, "content") }
    }

    var json: JSON {
      var object = JSONObject()
      object.set("channel", code: channel)
      object.set("content", content)
      object.set("attachments", attachments.isEmpty ? nil : attachments)
      object.set("reporter", reporter)
      object.set("externalId", externalId)
      return .object(object)
    }
  }

  let submit: SubmitComplaints
  /// To be passed before the transaction begins.
  var gate: IntakeGate { submit.gate }

  /// Adds it as a complaint that names the petition: kept sealed, told as a supplement, once however often it is sent.
  func callAsFunction(
    _ material: Material, to petition: Petition, source: String, caller: Caller, work: UnitOfWork
  ) async throws -> IntakeAnswer {
    let digest = ComplaintReceipts.hexadecimal(Array(SHA256.hash(data: material.json.bytes).prefix(16)))
    let externalId = material.externalId ?? "material-\(digest)"
    let complaint = ComplaintSubmitted(
      externalId: externalId, channel: material.channel, region: petition.region, category: petition.category,
      content: material.content ?? "补充材料", reporter: material.reporter, attachments: material.attachments,
      addsTo: petition.number)
    return try await submit.take(
      complaint, source: source, eventId: "material:\(petition.id.lowercased):\(externalId)", caller: caller,
      work: work)
  }
}
