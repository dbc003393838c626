import Contracts
import FoundationEssentials

/// A public-interest suit about the same act (生态环境公益诉讼), as the case knows of it.
struct PublicInterestSuit: JSONConvertible {
  /// Where it stands. While the holder of the right sues, it waits (最高人民法院 若干规定 第十七条).
  enum State: String, Sendable, CaseIterable {
    case filed
    /// 中止.
    case stayed
    /// 判决或者调解结案.
    case decided
    /// 撤回.
    case withdrawn
  }

  /// Who brought it: a procuratorate, an organisation.
  let plaintiff: String
  let court: String
  /// The court's number of it (案号); unique within the case.
  let suitNumber: String
  let state: State
  /// When it came to that.
  let at: Date

  init(plaintiff: String, court: String, suitNumber: String, state: State, at: Date) {
    self.plaintiff = plaintiff
    self.court = court
    self.suitNumber = suitNumber
    self.state = state
    self.at = at
  }

  init(fields: JSONFields) throws(ContractViolation) {
    plaintiff = try fields.string("plaintiff")
    court = try fields.string("court")
    suitNumber = try fields.string("suitNumber", limit: 128)
    state = try fields.code("state")
    at = try fields.instant("at")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("plaintiff", plaintiff)
    object.set("court", court)
    object.set("suitNumber", suitNumber)
    object.set("state", code: state)
    object.set("at", at)
    return .object(object)
  }
}
