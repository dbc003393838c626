import FoundationEssentials

/// An event type as a message of the AsyncAPI document.
struct AsyncAPIMessage {
  let contract: EventContract
  let schemas: SchemaAddress

  var json: JSON {
    let type = contract.type.rawValue
    let body = ContractSchemas.body(of: contract.type)
    var message = JSONObject()
    message.set("name", type)
    message.set("title", type)
    message.set("summary", body?["description"]?.string)
    message.set("contentType", "application/json")
    message.set("headers", headers)
    message.set("payload", ["$ref": .string("#/components/schemas/\(type)")])
    message.set("correlationId", ["$ref": "#/components/correlationIds/root"])
    message.set("bindings", ["kafka": binding])
    message.set("examples", .array((body?["examples"]?.array ?? []).map(example)))
    message.set("x-direction", contract.direction.rawValue)
    message.set("x-schema", contract.schemaID)
    return .object(message)
  }

  private var headers: JSON {
    let common = contract.direction == .outbound ? "OurCloudEventHeaders" : "CloudEventHeaders"
    var own: JSONObject = ["ce_type": ["const": .string(contract.type.rawValue)]]
    for name in filters {
      own.set("ce_\(name)", ["type": "string", "description": "For filters; as in the data, where it has one."])
    }
    return [
      "allOf": [
        ["$ref": .string("#/components/schemas/\(common)")], ["type": "object", "properties": .object(own)],
      ]
    ]
  }

  /// The attributes for filters that events of this type can have, found by asking the payloads of the examples.
  private var filters: [String] {
    let names = examples.flatMap { example in
      (try? contract.payload.init(json: example))?.filters.map(\.name.rawValue) ?? []
    }
    return Set(names).sorted()
  }

  private var examples: [JSON] { ContractSchemas.body(of: contract.type)?["examples"]?.array ?? [] }

  private var binding: JSON {
    [
      "key": ["type": "string", "description": .string("The record's key: \(contract.key).")],
      "bindingVersion": "0.5.0",
    ]
  }

  /// The example as it looks on the topic: its headers by the real encoder, and its value.
  private func example(_ data: JSON) -> JSON {
    guard let payload = try? contract.payload.init(json: data) else { return ["payload": data] }
    let cause = "5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21"
    let id = EventIdentity.event(cause: cause, type: contract.type, ordinal: 0)
    let source = EventSource(rawValue: contract.direction == .inbound ? "/example/sender" : "/ecoredress/example")
    var event = Self.event(payload, id: id, source: source)
    event.dataSchema = schemas.schema(of: contract.type)
    if contract.direction == .outbound {
      event.sequence = 1
      event.correlationID = cause
      event.causationID = cause
    }
    var headers = JSONObject()
    CloudEventCodec.forEachBinaryHeader(of: event) { headers.set($0, $1) }
    return ["headers": .object(headers), "payload": data]
  }

  private static func event(_ payload: some EventPayload, id: UUID, source: EventSource) -> CloudEvent {
    CloudEvent(payload, id: id, source: source, time: Date(timeIntervalSince1970: 1_767_686_460))
  }
}
