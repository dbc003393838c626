import Civics
import Contracts

/// An item of the catalogue of no-penalty and mitigation (不予处罚、从轻减轻处罚清单): item, condition, discretion, legal basis.
struct CatalogueItem: Sendable {
  /// What an item allows.
  enum Effect: String, Sendable, CaseIterable {
    /// 应当不予处罚.
    case required = "REQUIRED"
    /// 可以不予处罚.
    case allowed = "ALLOWED"
    /// 从轻: within the statutory range.
    case lighter = "LIGHTER"
    /// 减轻: below it, too.
    case mitigated = "MITIGATED"
  }

  /// How far something measured may go.
  struct Limit: Sendable {
    let measure: String
    let name: String
    let within: RatioInterval
  }

  let code: String
  let effect: Effect
  /// 事项名称.
  let name: String
  /// 条件.
  let condition: String
  /// 裁量规定.
  let discretion: String
  /// 适用法规依据.
  let basis: String
  /// Codes of the factors that must be found, all of them.
  let factors: [String]
  /// The violations it covers, in the form of ``FactCode``; empty means all.
  let violations: Set<String>
  let limits: [Limit]
  /// How much lighter; nil for items without a penalty.
  let rate: RateRange?
  let reference: Contracts.RuleReference
}

extension CatalogueItem {
  /// - Parameter limits: the rows of the table of limits.
  init(
    _ row: RuleRow, key: String, limits: [RuleRow], rules: RulesInForce
  ) throws(LenienceError) {
    do throws(RuleLookupError) {
      code = try row.text("code")
      name = try row.text("name")
      condition = try row.text("condition")
      discretion = try row.text("discretion")
      basis = try row.text("basis")
      factors = try CatalogueItem.words(row.text("factors"))
      violations =
        row.has("violations") ? Set(try CatalogueItem.words(row.text("violations")).map(FactCode.normal)) : []
      reference = try rules.contractReference(key, row: row, code: code)
      var own: [Limit] = []
      for limit in limits where try limit.text("item") == code {
        own.append(
          Limit(
            measure: try limit.text("measure"), name: try limit.text("name"), within: try limit.interval("within")))
      }
      self.limits = own
      guard let effect = Effect(rawValue: try row.text("effect")) else {
        throw .missingCell(key: "\(key).\(code)", column: "effect")
      }
      self.effect = effect
    } catch {
      throw .rule(error)
    }
    guard effect == .lighter || effect == .mitigated else {
      rate = nil
      return
    }
    let interval: RatioInterval
    do throws(RuleLookupError) {
      interval = try row.interval("rate")
    } catch {
      throw .rule(error)
    }
    rate = try RateRange(interval, key: "\(key).\(code).rate")
  }

  /// `A + B`, as cells of the packs write lists.
  static func words(_ text: String) -> [String] {
    text.split { $0 == "+" || $0 == " " }.map { String($0) }
  }
}
