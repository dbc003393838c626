import Civics
import Contracts

/// A complaint for those who handle the case: what happened and where, not who says so.
enum SealedWords {
  /// The fields that speak of the matter; all others point to the complainant or the hotline's own files.
  private static let fields = [
    "content", "location", "occurredAt", "region", "category", "categories", "subject", "place",
  ]
  private static let spoken: Set<String> = ["content", "location"]

  /// - Parameter known: texts by which the reporter is known, masked wherever they stand.
  static func masked(_ complaint: JSON, known: [String]) -> JSON {
    var object = JSONObject()
    for field in fields {
      guard let value = complaint[field] else { continue }
      if spoken.contains(field), let text = value.string {
        object[field] = .string(TextMask.mask(text, known: known).text)
      } else {
        object[field] = value
      }
    }
    object.set("attachments", complaint["attachments"])
    return .object(object)
  }
}
