import Civics
import Contracts
import FoundationEssentials

/// A summary of the matter that staff have written and nobody has approved yet.
struct SummaryDraft: JSONConvertible {
  /// The text as it would go out, masked.
  let text: String
  /// What the mask took out, by kind, so that whoever approves knows where to look.
  let masked: [String]
  /// Whether it was compared with the sealed identity; false where the vault could not be opened.
  let isCompared: Bool
  let by: String
  let at: Date

  init(text: String, masked: [String], isCompared: Bool, by: String, at: Date) {
    self.text = text
    self.masked = masked
    self.isCompared = isCompared
    self.by = by
    self.at = at
  }

  init(fields: JSONFields) throws(ContractViolation) {
    text = try fields.text("text", limit: ApprovedSummary.limit)
    masked = try fields.strings("masked", maximum: PersonalDatum.allCases.count)
    isCompared = try fields.bool("compared")
    by = try fields.string("by")
    at = try fields.instant("at")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("text", text)
    object.set("masked", masked)
    object.set("compared", isCompared)
    object.set("by", by)
    object.set("at", at)
    return .object(object)
  }
}
