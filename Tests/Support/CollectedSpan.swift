import Contracts

/// One span as a collector reads it, with nothing but the specification at hand (OTLP 1.x, JSON).
public struct CollectedSpan: Sendable {
  /// What is not as the specification has it.
  public struct Malformed: Error, CustomStringConvertible {
    public let description: String
  }

  /// `service.name` of the resource.
  public let service: String
  public let traceID: String
  public let spanID: String
  public let parentID: String?
  public let name: String
  /// 1 internal, 2 server, 3 client, 4 producer, 5 consumer.
  public let kind: Int
  /// Nanoseconds since 1970.
  public let start: UInt64
  public let end: UInt64
  /// Every value as text.
  public let attributes: [String: String]
  /// 0 unset, 1 ok, 2 error.
  public let status: Int
  /// All of it, to search in.
  public let text: String

  /// The spans of one request.
  static func read(_ body: [UInt8]) throws -> [CollectedSpan] {
    let json = try JSON(parsing: body, limits: JSONLimits(maximumBytes: 1 << 24))
    var spans: [CollectedSpan] = []
    for resource in try list(json, "resourceSpans") {
      let service = try attributes(try member(resource, "resource"))["service.name"] ?? ""
      for scope in try list(resource, "scopeSpans") {
        spans += try list(scope, "spans").map { try CollectedSpan($0, service: service) }
      }
    }
    return spans
  }

  private init(_ json: JSON, service: String) throws {
    self.service = service
    traceID = try Self.id(json, "traceId", digits: 32)
    spanID = try Self.id(json, "spanId", digits: 16)
    parentID = json["parentSpanId"] == nil ? nil : try Self.id(json, "parentSpanId", digits: 16)
    name = try Self.text(json, "name")
    kind = Int(try Self.member(json, "kind").integer ?? -1)
    start = try Self.nanoseconds(json, "startTimeUnixNano")
    end = try Self.nanoseconds(json, "endTimeUnixNano")
    attributes = try Self.attributes(json)
    status = Int(json["status"]?["code"]?.integer ?? 0)
    text = json.text
    guard (1...5).contains(kind), start <= end, start > 1_600_000_000_000_000_000 else {
      throw Malformed(description: "kind or times: \(json.text)")
    }
  }

  private static func member(_ json: JSON, _ name: String) throws -> JSON {
    guard let value = json[name] else { throw Malformed(description: "\(name) is missing in \(json.text)") }
    return value
  }

  private static func list(_ json: JSON, _ name: String) throws -> [JSON] {
    guard let list = try member(json, name).array else { throw Malformed(description: "\(name) is no list") }
    return list
  }

  private static func text(_ json: JSON, _ name: String) throws -> String {
    guard let text = try member(json, name).string else { throw Malformed(description: "\(name) is no text") }
    return text
  }

  private static func id(_ json: JSON, _ name: String, digits: Int) throws -> String {
    let id = try text(json, name)
    guard id.utf8.count == digits, id.allSatisfy({ $0.isHexDigit && !$0.isUppercase }),
      id.contains(where: { $0 != "0" })
    else { throw Malformed(description: "\(name) is \(id)") }
    return id
  }

  /// A number of 64 bits is a text in JSON.
  private static func nanoseconds(_ json: JSON, _ name: String) throws -> UInt64 {
    guard let value = UInt64(try text(json, name)) else { throw Malformed(description: "\(name) is no number") }
    return value
  }

  private static func attributes(_ json: JSON) throws -> [String: String] {
    var values: [String: String] = [:]
    for attribute in try list(json, "attributes") {
      let value = try member(attribute, "value")
      guard let only = value.object?.members.first, value.object?.members.count == 1 else {
        throw Malformed(description: "not one value: \(value.text)")
      }
      switch (only.name, only.value) {
      case ("stringValue", .string(let text)), ("intValue", .string(let text)):
        values[try Self.text(attribute, "key")] = text
      case ("boolValue", .bool(let flag)): values[try Self.text(attribute, "key")] = String(flag)
      case ("doubleValue", .number(let number)): values[try Self.text(attribute, "key")] = number
      default: throw Malformed(description: "\(only.name): \(value.text)")
      }
    }
    return values
  }
}
