/// The rule that a number or a decision follows from, so that it can be recomputed.
public struct RuleReference: JSONConvertible {
  /// The name of the rule pack.
  public var pack: String
  /// The SHA-256 of the pack's content, or a prefix of it.
  public var version: String
  /// The rule's code within the pack.
  public var rule: String
  /// The article of law behind it.
  public var article: String?

  public init(
    pack: String, version: String, rule: String, article: String? = nil
  ) {
    self.pack = pack
    self.version = version
    self.rule = rule
    self.article = article
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    pack = try fields.string("pack")
    version = try fields.string("version")
    rule = try fields.string("rule")
    article = try fields.optionalString("article")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("pack", pack)
    object.set("version", version)
    object.set("rule", rule)
    object.set("article", article)
    return .object(object)
  }
}
