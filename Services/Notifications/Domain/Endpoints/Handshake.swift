/// How an endpoint says that it wants our events: the abuse protection of the CloudEvents HTTP webhook specification 1.0
/// (§4). We send `OPTIONS` with `WebHook-Request-Origin`, it answers with `WebHook-Allowed-Origin`.
enum Handshake: Sendable, Equatable {
  /// It wants them.
  /// - `perMinute`: the most requests a minute; nil for any number.
  case allowed(perMinute: Int?)
  /// It does not, because …, for the agency's engineer.
  case refused(String)

  /// Reads an answer.
  /// - Parameters:
  ///   - allowedOrigin, allowedRate: the headers `WebHook-Allowed-Origin` and `WebHook-Allowed-Rate`, nil without them.
  init(status: Int, allowedOrigin: String?, allowedRate: String?, origin: String) {
    guard 200..<300 ~= status else {
      self = .refused("it answered OPTIONS with \(status)")
      return
    }
    guard let allowedOrigin else {
      self = .refused("its answer has no header WebHook-Allowed-Origin")
      return
    }
    let names = allowedOrigin.split(separator: ",").map { $0.lowercased().filter { $0 != " " } }
    guard names.contains("*") || names.contains(origin.lowercased()) else {
      self = .refused("its WebHook-Allowed-Origin is not \(origin)")
      return
    }
    // Without the header any rate is allowed: it answers WebHook-Request-Rate, which we do not send without a wish.
    guard let rate = allowedRate?.filter({ $0 != " " }), rate != "*" else {
      self = .allowed(perMinute: nil)
      return
    }
    guard let number = Int(rate), number >= 1 else {
      self = .refused("its WebHook-Allowed-Rate is no number of requests a minute")
      return
    }
    self = .allowed(perMinute: min(number, EndpointSettings.rates.upperBound))
  }
}
