/// One visit of one or several people with one matter; counted in batches (批次), not in people.
public struct VisitBatch: JSONConvertible {
  /// How many people came.
  public var visitors: Int
  /// Who speaks for them; the law allows five at most (信访工作条例 §20).
  public var representatives: [Reporter]

  public init(visitors: Int, representatives: [Reporter] = []) {
    self.visitors = visitors
    self.representatives = representatives
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    visitors = try fields.integer("visitors", in: 1...100_000)
    representatives = try fields.objects("representatives", maximum: 32)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("visitors", visitors)
    object.set("representatives", representatives.isEmpty ? nil : representatives)
    return .object(object)
  }
}
