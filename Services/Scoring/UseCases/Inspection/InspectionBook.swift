import Civics
import Contracts
import FoundationEssentials
import ServiceKit

/// Everything the rule packs say of inspections and the positive list at one instant.
struct InspectionBook: Sendable {
  let scale: Scale
  let inspections: InspectionRules
  let listings: ListingRules

  init(_ book: RuleBook, at instant: Date) throws {
    let rules = try book.rules(at: instant)
    scale = try Scale(rules)
    inspections = try InspectionRules(rules)
    listings = try ListingRules(rules, inspections: inspections, calendar: book.calendar)
  }
}
