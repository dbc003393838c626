import Contracts
import FoundationEssentials
import Messaging
import Postgres

extension MessageRow {
  /// The columns a row is read from, of the table or an alias of it.
  static func columns(of table: String) -> SQL {
    "\(unescaped: table).id, to_jsonb(\(unescaped: table)) - 'sealed' - 'proof', \(unescaped: table).sealed"
  }

  /// - Throws: when a row holds what no version of this service writes.
  init(_ row: (UUID, PostgresJSON, [UInt8]?)) throws(StoredValueError) {
    do {
      try self.init(id: row.0, fields: JSONFields(try JSON(parsing: row.1.bytes), path: "message"), sealed: row.2)
    } catch {
      throw StoredValueError(table: "message", id: row.0.lowercased)
    }
  }

  private init(id: UUID, fields: JSONFields, sealed: [UInt8]?) throws {
    let channels: [ContactChannel] = try fields.codes("channels", required: true)
    course = MessageCourse(
      channels: channels, position: try fields.integer("position"),
      channelAttempts: try fields.integer("channel_attempts"), attempts: try fields.integer("attempts"))
    let trace = try fields.optionalString("trace").flatMap(TraceParent.init)
    var draft = MessageDraft(
      id: id, subject: try fields.string("subject"), audience: try fields.code("audience"),
      template: try fields.string("template"), channels: channels, region: try fields.string("region"),
      cause: Cause(
        id: try fields.string("cause", limit: 1024), correlation: try fields.string("correlation", limit: 1024),
        traceParent: trace))
    draft.addressee = try fields.optionalString("addressee")
    draft.sealed = sealed
    draft.language = try fields.code("language")
    draft.words = fields.value("parameters")?.object ?? [:]
    draft.urgency = try fields.code("urgency")
    draft.notBefore = try fields.optionalInstant("not_before")
    draft.expiresAt = try fields.optionalInstant("expires_at")
    draft.documentNumber = try fields.optionalString("document_number")
    draft.wantsAcknowledgement = try fields.bool("wants_acknowledgement")
    draft.petitionId = try fields.optionalUUID("petition_id")
    draft.contact = try fields.optionalInteger("contact")
    self.draft = draft
  }
}
