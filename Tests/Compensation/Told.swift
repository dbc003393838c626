import Contracts

/// An event that waits in the outbox.
struct Told: Sendable {
  let key: String
  let headers: [String: String]
  let data: JSON

  /// The type without its prefix and version, such as `compensation.filed`.
  var type: String {
    let parts = (headers["ce_type"] ?? "").split(separator: ".")
    return parts.dropFirst().dropLast().joined(separator: ".")
  }

  var sequence: Int? { headers["ce_sequence"].flatMap { Int($0) } }
  var correlation: String? { headers["ce_correlationid"] }
}
