import Contracts

/// What a gateway answered, and what that means.
struct GatewayAnswer: Sendable {
  /// The most bytes of an answer that are read.
  static let largest = 65_536

  let status: Int
  let retryAfter: Duration?
  let body: JSON?

  init(status: Int, retryAfter: Duration?, bytes: [UInt8]) {
    self.status = status
    self.retryAfter = retryAfter
    body = try? JSON(parsing: bytes, limits: JSONLimits(maximumBytes: Self.largest))
  }

  /// The text at a place such as `data.0.code`; nil when there is none.
  func text(at field: String) -> String? {
    var json = body
    for part in field.split(separator: ".") {
      if let index = Int(part), let list = json?.array {
        json = list.indices.contains(index) ? list[index] : nil
      } else {
        json = json?[String(part)]
      }
    }
    return json.flatMap(Self.text)
  }

  func meets(_ condition: GatewayDescription.Condition) -> Bool {
    text(at: condition.field).map(condition.values.contains) ?? false
  }

  /// The receipt when the message was taken.
  /// - Parameter address: where it went; nothing that holds it gets on record.
  /// - Throws: why it was not, with the gateway's own code.
  func receipt(_ gateway: GatewayDescription, address: String) throws(ChannelError) -> String {
    guard gateway.statuses.contains(status) else {
      // Asked to come again, or in trouble itself: that passes. Every other refusal is of this message.
      let passes = [401, 403, 404, 408, 425, 429].contains(status) || status >= 500
      throw ChannelError("gateway-status-\(status)", isFinal: !passes, retryAfter: retryAfter)
    }
    if let success = gateway.success, !meets(success) {
      let code = text(at: success.field).flatMap { Self.plain($0, without: address) } ?? "none"
      throw ChannelError(
        "gateway-code-\(code)", isFinal: gateway.final.map(meets) ?? false, retryAfter: retryAfter)
    }
    let receipt = gateway.receiptField.flatMap(text).flatMap { Self.plain($0, without: address) }
    return receipt ?? "accepted"
  }

  /// A value fit for the record: short, of plain letters, and without the address.
  private static func plain(_ text: String, without address: String) -> String? {
    let isPlain = text.utf8.allSatisfy {
      0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || "-_.:".utf8.contains($0)
    }
    return isPlain && 1...128 ~= text.utf8.count && !text.contains(address) ? text : nil
  }

  /// A string, number or truth value as text.
  static func text(_ json: JSON) -> String? {
    switch json {
    case .string(let text): text
    case .number(let text): text
    case .bool(let flag): String(flag)
    case .null, .array, .object: nil
    }
  }
}
