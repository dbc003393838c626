import Civics
import Contracts

extension DamageInput {
  /// The largest amount taken: what events can carry.
  private static let largest = Int(JSONFields.largestAmount)

  /// Computes the amount by heads of loss.
  /// - Parameter fines: what the penalty system has told of fines, in fen.
  /// - Throws: ``DamageError`` for what does not fit the rules.
  func sum(_ rules: DamageRules, fines: [FineBasis: Int64] = [:]) throws(DamageError) -> DamageSum {
    var sheet = DamageWorksheet()
    var heads: [LossHead: Money] = [:]
    if let amount = try methodAmount(rules, fines: fines, &sheet) {
      let key = DamageRules.Key.virtualCostHead
      let code = try rules.read(key, &sheet) { (rules) throws(RuleLookupError) in try rules.text(key) }
      guard let head = LossHead(ruleCode: code) else { throw .notInTable(field: key, value: code, known: []) }
      sheet.write("计入:\(head.chinese)")
      heads[head] = amount
    }
    for loss in losses {
      sheet.write("\(loss.head.chinese):\(Money(fen: Int(loss.amountFen))) 元(\(loss.reference))")
      heads[loss.head] = try Self.add(heads[loss.head] ?? .zero, Money(fen: Int(loss.amountFen)))
    }
    let lines = LossHead.allCases.compactMap { head in
      heads[head].map { LossLine(head: head, amountFen: Int64($0.fen)) }
    }
    var total = Money.zero
    for line in lines { total = try Self.add(total, Money(fen: Int(line.amountFen))) }
    guard total.fen <= Self.largest else { throw .tooLarge }
    sheet.write("合计 = \(total) 元")
    return DamageSum(heads: lines, amountFen: Int64(total.fen), derivation: sheet.lines, rules: sheet.rules)
  }

  private func methodAmount(
    _ rules: DamageRules, fines: [FineBasis: Int64], _ sheet: inout DamageWorksheet
  ) throws(DamageError) -> Money? {
    switch method {
    case .water(let water): return try water.amount(rules, &sheet)
    case .air(let air): return try air.amount(rules, &sheet)
    case .multiplier(let multiplier): return try multiplier.amount(rules, &sheet)
    case .baseline(let baseline): return try baseline.amount(rules, fines: fines, &sheet)
    case .itemised:
      sheet.write("方法:按实际费用与损失逐项认定")
      return nil
    }
  }

  private static func add(_ left: Money, _ right: Money) throws(DamageError) -> Money {
    do throws(AmountError) { return try left + right } catch { throw .tooLarge }
  }
}

extension LossHead {
  /// The head of a code of the rule packs, `SERVICE_LOSS`.
  init?(ruleCode: String) {
    self.init(rawValue: String(ruleCode.lowercased().map { $0 == "_" ? "-" : $0 }))
  }
}
