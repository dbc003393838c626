import Contracts
import FoundationEssentials

/// The summary that goes out instead of the complainant's words.
struct ApprovedSummary: JSONConvertible {
  /// The longest summary, in bytes of UTF-8: that of the contract.
  static let limit = 4096

  let text: String
  /// How many times one was approved.
  let revision: Int
  let by: String
  let at: Date

  init(text: String, revision: Int, by: String, at: Date) {
    self.text = text
    self.revision = revision
    self.by = by
    self.at = at
  }

  init(fields: JSONFields) throws(ContractViolation) {
    text = try fields.text("text", limit: Self.limit)
    revision = try fields.integer("revision", in: 1...Int.max)
    by = try fields.string("by")
    at = try fields.instant("at")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("text", text)
    object.set("revision", revision)
    object.set("by", by)
    object.set("at", at)
    return .object(object)
  }
}
