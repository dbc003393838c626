public import FoundationEssentials

/// One due date with everything needed to explain it.
public struct DueDate: JSONConvertible {
  /// The rule's code in its rule pack, such as `petition.accept`.
  public var rule: String
  /// The article the period stands in.
  public var article: String
  /// The business instant the period runs from.
  public var start: Date
  /// The length of the period, in units of `count`.
  public var length: Int
  /// How the period is counted.
  public var count: DayCount
  /// The first instant after the period: 24:00 of its last day.
  public var due: Date
  /// True while the calendar of a year in question is not announced; absent means false.
  public var provisional: Bool?

  public init(
    rule: String, article: String, start: Date, length: Int, count: DayCount, due: Date,
    provisional: Bool? = nil
  ) {
    self.rule = rule
    self.article = article
    self.start = start
    self.length = length
    self.count = count
    self.due = due
    self.provisional = provisional
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    rule = try fields.string("rule")
    article = try fields.string("article")
    start = try fields.instant("start")
    length = try fields.integer("length")
    count = try fields.code("count")
    due = try fields.instant("due")
    provisional = try fields.optionalBool("provisional")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("rule", rule)
    object.set("article", article)
    object.set("start", start)
    object.set("length", length)
    object.set("count", code: count)
    object.set("due", due)
    object.set("provisional", provisional)
    return .object(object)
  }
}
