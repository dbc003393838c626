import Contracts
import FoundationEssentials

/// A clue as staff enter it.
struct OwnClue: JSONConvertible {
  var region: String
  var subjectKey: String?
  var clueSource: ClueSource
  var factCodes: [String]
  /// When the bureau had it; absent means now.
  var foundAt: Date?

  init(fields: JSONFields) throws(ContractViolation) {
    region = try fields.region("region")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    clueSource = try fields.code("clueSource")
    factCodes = try fields.strings("factCodes", maximum: 32)
    foundAt = try fields.optionalInstant("foundAt")
    try SubjectCheck.check(region: region, field: fields.path("region"))
    if let subjectKey { try SubjectCheck.check(subjectKey, field: fields.path("subjectKey")) }
    guard clueSource != .petition, clueSource != .penalty else {
      throw fields.violation(
        .fieldUnknownValue, "clueSource",
        "Clues of petitions and penalty cases come from the systems that run them.")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("region", region)
    object.set("subjectKey", subjectKey)
    object.set("clueSource", code: clueSource)
    object.set("factCodes", factCodes)
    object.set("foundAt", foundAt)
    return .object(object)
  }

  func clue(id: UUID, now: Date) -> Clue {
    Clue(
      id: id, source: clueSource, region: region, subjectKey: subjectKey, at: foundAt ?? now, factCodes: factCodes)
  }

  /// Whether a case was opened with this very clue.
  func isSame(as compensation: CompensationCase) -> Bool {
    compensation.region == region && compensation.clueSource == clueSource
      && (subjectKey == nil || compensation.subjectKey == subjectKey)
      && factCodes.allSatisfy(compensation.file.factCodes.contains)
  }
}
