import Civics
import Contracts
import FoundationEssentials

/// Why a damage may be assessed simply, by an opinion or from documents (简易评估): facts simple, liability undisputed, and
/// the amount within the limit.
struct SimpleCase: JSONConvertible, Equatable, Sendable {
  let factsSimple: Bool
  let liabilityUndisputed: Bool

  init(factsSimple: Bool, liabilityUndisputed: Bool) {
    self.factsSimple = factsSimple
    self.liabilityUndisputed = liabilityUndisputed
  }

  init(fields: JSONFields) throws(ContractViolation) {
    factsSimple = try fields.bool("factsSimple")
    liabilityUndisputed = try fields.bool("liabilityUndisputed")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("factsSimple", factsSimple)
    object.set("liabilityUndisputed", liabilityUndisputed)
    return .object(object)
  }

  /// - Throws: ``DamageError/notSimple(amountFen:limitFen:reason:)``.
  func check(_ amountFen: Int64, _ rules: DamageRules) throws(DamageError) {
    let limit: Money
    do throws(RuleLookupError) { limit = try rules.rules.money(DamageRules.Key.simpleLimit) } catch {
      throw .rule(error)
    }
    func refuse(_ reason: String) -> DamageError {
      .notSimple(amountFen: amountFen, limitFen: Int64(limit.fen), reason: reason)
    }
    guard factsSimple else { throw refuse("the facts are not simple") }
    guard liabilityUndisputed else { throw refuse("the liability is disputed") }
    // 300,000 yuan itself is within the limit (以下 includes the number).
    guard amountFen <= Int64(limit.fen) else { throw refuse("the amount is above the limit") }
  }
}
