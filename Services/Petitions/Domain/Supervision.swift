import Contracts
import FoundationEssentials

/// That a higher level watches the case (督办、挂牌督办).
struct Supervision: JSONConvertible {
  let level: SupervisionLevel
  let reason: SupervisionReason
  let since: Date
  /// Whether the unit must answer it, by its own clock; one that only goes with a transfer asks for nothing of its own.
  let isAnswerAwaited: Bool

  init(level: SupervisionLevel, reason: SupervisionReason, since: Date, isAnswerAwaited: Bool) {
    self.level = level
    self.reason = reason
    self.since = since
    self.isAnswerAwaited = isAnswerAwaited
  }

  init(fields: JSONFields) throws(ContractViolation) {
    level = try fields.code("level")
    reason = try fields.code("reason")
    since = try fields.instant("since")
    isAnswerAwaited = try fields.bool("answerAwaited")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("level", code: level)
    object.set("reason", code: reason)
    object.set("since", since)
    object.set("answerAwaited", isAnswerAwaited)
    return .object(object)
  }
}
