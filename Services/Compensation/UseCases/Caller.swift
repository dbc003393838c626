import Contracts

/// Who asks for something over HTTP.
struct Caller: Sendable {
  /// As the token names them.
  let subject: String
  let requestId: String
  let traceParent: TraceParent?
  /// The divisions in which they may act.
  var territory: [String] = []

  /// Whether they act for the whole city of a region, not for a county of it.
  func actsForCity(of region: String) -> Bool {
    territory.contains { code in
      guard code.hasSuffix("00") else { return false }
      var digits = code[...]
      while digits.hasSuffix("00") { digits = digits.dropLast(2) }
      return region.hasPrefix(digits)
    }
  }
}
