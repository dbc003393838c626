import Civics
import Contracts
import FoundationEssentials

/// The rules that repairs, objections, reviews and lawsuits live by, at one instant.
struct CreditRules: Sendable {
  /// The keys in the rule packs.
  enum Key {
    static let deductions = "scoring.deductions"
    static let waiting = "credit.repair.waiting"
    static let excluded = "credit.repair.excluded"
    static let extension_ = "credit.extension"
    static let warnings = "credit.warning.before-due"
    static let objectionRequest = "credit.objection.request"
    static let reviewRequest = "credit.review.request"
    static let litigationRequest = "credit.litigation.request"
    static let afterReview = "credit.litigation.after-review"
    static let appeal = "credit.litigation.appeal"
    static let secondInstance = "credit.litigation.second-instance"

    static func acceptance(_ kind: CreditCaseKind) -> String { "credit.\(name(kind)).acceptance" }
    static func answer(_ kind: CreditCaseKind) -> String { "credit.\(name(kind)).answer" }
    static func decision(_ kind: CreditCaseKind) -> String { "credit.\(name(kind)).decision" }

    private static func name(_ kind: CreditCaseKind) -> String {
      kind == .administrativeReview ? "review" : kind.rawValue
    }
  }

  let rules: RulesInForce
  let calendar: WorkingCalendar

  /// A due date of a period that starts at an instant.
  func dueDate(_ key: String, from start: Date) throws(CreditError) -> Contracts.DueDate {
    do throws(RuleLookupError) {
      return try rules.dueDate(key, from: start, calendar: calendar)
    } catch {
      throw .rule(error)
    }
  }

  /// The same due date with an approved extension, counted on from the end of the period.
  func extended(_ dueDate: Contracts.DueDate) throws(CreditError) -> Contracts.DueDate {
    // The period ends at 24:00 of its last day; one counted on from that day must not begin on the next.
    let lastDay = dueDate.due.addingTimeInterval(-1)
    return try self.dueDate(Key.extension_, from: lastDay)
  }

  /// How long before the end of a duty it is warned of, the longest first.
  func warnings() throws(CreditError) -> [Duration] {
    do throws(RuleLookupError) {
      return try rules.durations(Key.warnings).sorted(by: >)
    } catch {
      throw .rule(error)
    }
  }

  /// How long an entry of this severity must be published before it can be repaired.
  func waiting(severity: String, afterStudy: Bool) throws(CreditError) -> LegalPeriod {
    do throws(RuleLookupError) {
      guard let row = try rules.table(Key.waiting).row(where: "severity", is: severity) else {
        throw .missingCell(key: Key.waiting, column: severity)
      }
      return try row.period(afterStudy ? "after-study" : "waits")
    } catch {
      throw .rule(error)
    }
  }

  /// How severe the packs say a violation is.
  func severity(of code: String) throws(CreditError) -> String {
    do throws(RuleLookupError) {
      guard let row = try rules.table(Key.deductions).row(where: "code", is: code),
        row.has("severity")
      else { throw .missingCell(key: Key.deductions, column: code) }
      return try row.text("severity")
    } catch {
      throw .rule(error)
    }
  }

  /// Whether the packs exclude a violation from repair.
  func isExcluded(_ code: String) throws(CreditError) -> Bool {
    do throws(RuleLookupError) {
      return try rules.list(Key.excluded).map(FactCode.normal).contains(code)
    } catch {
      throw .rule(error)
    }
  }
}
