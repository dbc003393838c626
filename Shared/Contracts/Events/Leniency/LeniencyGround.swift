/// A ground for leniency that was looked at, and what came of it.
public struct LeniencyGround: JSONConvertible {
  /// The ground, as a code of the rule packs.
  public var ground: String
  /// Whether it applies.
  public var applies: Bool
  /// Why, as a code.
  public var reason: String
  /// The rule that says so.
  public var rule: RuleReference?

  public init(
    ground: String, applies: Bool, reason: String, rule: RuleReference? = nil
  ) {
    self.ground = ground
    self.applies = applies
    self.reason = reason
    self.rule = rule
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    ground = try fields.string("ground")
    applies = try fields.bool("applies")
    reason = try fields.string("reason")
    rule = try fields.optionalObject("rule")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("ground", ground)
    object.set("applies", applies)
    object.set("reason", reason)
    object.set("rule", rule)
    return .object(object)
  }
}
