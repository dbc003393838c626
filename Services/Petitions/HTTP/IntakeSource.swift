import Contracts
import ServiceKit

/// In whose name a complaint comes in over HTTP.
enum IntakeSource {
  /// The source that the body names, else that of the caller.
  static func source(of body: JSON, _ principal: Principal) throws -> String {
    let named = try JSONFields(body, path: "body").optionalString("source")
    let source = named ?? own(principal)
    try admit(source, principal)
    return source
  }

  /// A hotline speaks in its own name alone: a petition's identity is made of its source.
  static func admit(_ source: String, _ principal: Principal) throws(Problem) {
    let own = "/hotline/\(principal.subject)"
    guard principal.has(.clerk, .handler, .supervisor, .leader) || source == own || source.hasPrefix(own + "/") else {
      throw Problem(
        status: 403, code: "source-not-allowed", title: "The caller may not speak for this source",
        detail: "This token stands for \(own).", field: "body.source",
        remedy: "Leave the source out, or name one below your own.")
    }
  }

  /// What a caller stands for who names no other.
  static func own(_ principal: Principal) -> String {
    (principal.has(.hotline) ? "/hotline/" : "/staff/") + principal.subject
  }
}
