import Civics

/// How facts of one kind are treated: a row of `scoring.fact-kinds`.
struct FactKind: Sendable, Equatable {
  static let table = "scoring.fact-kinds"

  /// Whether somebody judged the subject's record by it. The filing of a penalty case judges nothing: it leaves an
  /// unrated firm unrated.
  var assesses = false
  var weight = FactWeight.none
  var withdraws = Withdrawal.nothing

  /// A kind that no row knows: recorded, weighs nothing.
  static let unknown = FactKind()

  /// - Parameter name: such as `penalty.decided`; rows have it in the form of ``FactCode``.
  /// - Throws: for a row with a word that is none of ours.
  static func named(_ name: String, in rules: RulesInForce) throws(ScoringError) -> FactKind {
    let code = FactCode.normal(name)
    var words = (weight: "", withdraws: "")
    var kind = FactKind.unknown
    do throws(RuleLookupError) {
      guard rules.has(table), let row = try rules.table(table).row(where: "code", is: code) else { return kind }
      kind.assesses = try row.flag("assesses")
      words = (try row.text("weight").lowercased(), try row.text("withdraws").lowercased())
    } catch {
      throw .rule(error)
    }
    guard let weight = FactWeight(rawValue: words.weight), let withdraws = Withdrawal(rawValue: words.withdraws) else {
      throw .ruleUnusable(
        key: "\(table).\(code)", reason: "\(words.weight) or \(words.withdraws) is no word known here")
    }
    kind.weight = weight
    kind.withdraws = withdraws
    return kind
  }
}
