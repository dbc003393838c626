import Contracts
import FoundationEssentials

/// What has been settled in a case; grows with its stages.
struct CaseFile: JSONConvertible {
  var factCodes: [String] = []
  var deadlines: [Deadline] = []
  /// Nobody liable is known: it leads to the insurer, not to negotiation.
  var noObligor = false
  var notStarted: NotStartedReason?
  /// The article behind the reason for not starting.
  var article: String?
  var outcome: CompensationOutcome?
  var performed: Bool?
  var modes: [RestorationMode] = []

  init() {}

  init(fields: JSONFields) throws(ContractViolation) {
    factCodes = try fields.strings("factCodes")
    deadlines = try fields.objects("deadlines")
    noObligor = try fields.optionalBool("noObligor") ?? false
    notStarted = try fields.optionalCode("notStarted")
    article = try fields.optionalString("article", limit: 1024)
    outcome = try fields.optionalCode("outcome")
    performed = try fields.optionalBool("performed")
    modes = try fields.codes("modes")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("factCodes", factCodes)
    object.set("deadlines", deadlines)
    object.set("noObligor", noObligor)
    object.set("notStarted", code: notStarted)
    object.set("article", article)
    object.set("outcome", code: outcome)
    object.set("performed", performed)
    object.set("modes", codes: modes)
    return .object(object)
  }
}
