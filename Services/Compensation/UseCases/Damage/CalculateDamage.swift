import Civics
import Contracts
import FoundationEssentials
import ServiceKit

/// Computes an amount of damage without keeping anything.
struct CalculateDamage: Sendable {
  let rules: RuleBook

  /// - Throws: ``DamageError`` for what does not fit the rules in force at the instant.
  func callAsFunction(
    _ report: DamageReport, fines: [FineBasis: Int64] = [:], at now: Date
  ) throws -> DamageSum {
    let inForce = DamageRules(try rules.rules(at: now))
    let sum = try report.input.sum(inForce, fines: fines)
    try report.simple?.check(sum.amountFen, inForce)
    return sum
  }

  /// How much dust left a heap, with its derivation.
  func dust(_ emission: DustEmission, at now: Date) throws -> (kilograms: String, sheet: DamageWorksheet) {
    var sheet = DamageWorksheet()
    let kilograms = try emission.kilograms(DamageRules(try rules.rules(at: now)), &sheet)
    return (kilograms.description, sheet)
  }
}
