/// The headers of events in the AsyncAPI document: the attributes of CloudEvents in binary mode.
enum AsyncAPIHeaders {
  /// The root of a chain of events.
  static let root: JSON = [
    "location": "$message.header#/ce_correlationid",
    "description": "The id of the complaint or fact at the root, the same in all events that follow from it.",
  ]

  /// Of events that outsiders send.
  static let taken: JSON = schema(required: ["ce_specversion", "ce_id", "ce_source", "ce_type"])

  /// Of events that our services send.
  static let ours: JSON = schema(
    required: [
      "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_dataschema", "ce_sequence",
      "ce_correlationid", "ce_causationid", "content-type",
    ])

  private static func schema(required: [String]) -> JSON {
    var properties = JSONObject()
    for (name, description) in attributes { properties.set("ce_\(name)", text(description)) }
    properties.set("ce_specversion", ["type": "string", "const": "1.0"])
    properties.set("ce_time", ["type": "string", "format": "date-time", "description": "When the event was made."])
    properties.set(
      "ce_sequence",
      ["type": "string", "pattern": "^[0-9]{20}$", "description": "The number of the event for its subject, from 1."])
    properties.set(
      "ce_traceparent",
      [
        "type": "string", "pattern": "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}",
        "description": "W3C Trace Context.",
      ])
    properties.set("content-type", ["type": "string", "description": "application/json"])
    return [
      "type": "object", "properties": .object(properties), "required": .array(required.map { .string($0) }),
    ]
  }

  private static let attributes = [
    ("id", "Unique within the source; the same again is the same event."),
    ("source", "Who speaks: /ecoredress/petitions, /hotline/12345."),
    ("type", "What happened, with the version."),
    ("subject", "What it happened to; the record's key."),
    ("dataschema", "Where the schema of the value is: below /schemas/ of every service."),
    ("correlationid", "The id of the complaint or fact at the root."),
    ("causationid", "The id of the event that this one follows from."),
    ("replayed", "true on records copied to a side topic."),
  ]

  private static func text(_ description: String) -> JSON { ["type": "string", "description": .string(description)] }
}
