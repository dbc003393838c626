import Contracts
import FoundationEssentials

/// An HTTP gateway to telephones or to a messenger, described by configuration and not by code: how a message is handed
/// over, what counts as success, where the receipt stands.
struct GatewayDescription: Sendable, Equatable {
  static let largestText = 65_536

  /// A place in a JSON answer, such as `data.0.code`.
  struct Condition: Sendable, Equatable {
    let field: String
    let values: [String]
  }

  /// Where a token is had that every call needs.
  struct Token: Sendable, Equatable {
    let call: Call
    /// Where it stands in the answer, and for how many seconds it is good.
    let field: String
    let lifeField: String?
    /// Answers that say that the token is not good any more.
    let expired: Condition?
  }

  /// One HTTP request, with `{{…}}` to be filled in.
  struct Call: Sendable, Equatable {
    let method: String
    let url: String
    let headers: [String: String]
    let body: String?
    let encoding: GatewayEncoding
  }

  let call: Call
  /// Statuses that are success; of them, what the answer must say as well.
  let statuses: [Int]
  let success: Condition?
  /// Answers after which trying again cannot help.
  let final: Condition?
  /// Where the id of the receipt stands.
  let receiptField: String?
  let token: Token?
  let timeout: Duration
  let places: Int
  /// Certificates that are trusted beside the system's, as a PEM file.
  let trustedFile: String?

  /// Reads a description.
  /// - Parameter allowsPlain: for development: plain http.
  /// - Throws: what is wrong, with the field; never a value, for headers hold passwords.
  init(_ text: String, allowsPlain: Bool) throws(ContractViolation) {
    let json: JSON
    do throws(JSONError) {
      json = try JSON(parsing: Array(text.utf8), limits: JSONLimits(maximumBytes: Self.largestText))
    } catch {
      throw ContractViolation(error, field: "gateway")
    }
    let fields = try JSONFields(json, path: "gateway")
    call = try Self.call(fields, allowsPlain: allowsPlain)
    let conditions = try fields.value("success").map { value throws(ContractViolation) in
      try JSONFields(value, path: "gateway.success")
    }
    var statuses: [Int] = []
    for value in conditions?.value("statuses")?.array ?? [] {
      guard let status = value.integer, 200...299 ~= status else {
        throw ContractViolation(.fieldFormat, field: "gateway.success.statuses")
      }
      statuses.append(Int(status))
    }
    self.statuses = statuses.isEmpty ? Array(200...299) : statuses
    success = try conditions.flatMap { fields throws(ContractViolation) in
      fields.value("field") == nil ? nil : try Self.condition(fields)
    }
    final = try Self.condition("final", fields)
    receiptField = try fields.optionalString("receipt")
    token = try fields.value("token").map { value throws(ContractViolation) in
      try Self.token(JSONFields(value, path: "gateway.token"), allowsPlain: allowsPlain)
    }
    timeout = .seconds(try fields.optionalInteger("timeoutSeconds", in: 1...20) ?? 10)
    places = try fields.optionalInteger("places", in: 1...256) ?? 16
    trustedFile = try fields.optionalString("trustedFile", limit: 1_024)
  }

  private static func call(_ fields: JSONFields, allowsPlain: Bool) throws(ContractViolation) -> Call {
    let url = try fields.string("url", limit: 2_048)
    guard url.hasPrefix("https://") || (allowsPlain && url.hasPrefix("http://")) else {
      throw fields.violation(.fieldFormat, "url", "Only https is called.")
    }
    let method = try fields.optionalString("method") ?? "POST"
    guard ["GET", "POST", "PUT"].contains(method) else { throw fields.violation(.fieldFormat, "method") }
    var headers: [String: String] = [:]
    if fields.value("headers") != nil { headers = try fields.texts("headers", limit: 4_096) }
    return Call(
      method: method, url: url, headers: headers, body: try fields.optionalText("body", limit: 16_384),
      encoding: try fields.optionalCode("encoding") ?? .json)
  }

  private static func token(_ fields: JSONFields, allowsPlain: Bool) throws(ContractViolation) -> Token {
    Token(
      call: try call(fields, allowsPlain: allowsPlain), field: try fields.string("field"),
      lifeField: try fields.optionalString("lifeField"), expired: try condition("expired", fields))
  }

  private static func condition(_ name: String, _ fields: JSONFields) throws(ContractViolation) -> Condition? {
    guard let value = fields.value(name) else { return nil }
    return try condition(JSONFields(value, path: fields.path(name)))
  }

  private static func condition(_ fields: JSONFields) throws(ContractViolation) -> Condition {
    let values = (fields.value("equals")?.array ?? []).compactMap(GatewayAnswer.text)
    guard !values.isEmpty else { throw fields.violation(.fieldMissing, "equals") }
    return Condition(field: try fields.string("field"), values: values)
  }
}
