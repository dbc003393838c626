import Contracts
import ServiceKit

extension ListingError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .notOpen:
      .conflict(code: "listing-decided", detail: "It does not stand where this can be decided.")
    case .unmet(let conditions):
      .conflict(
        code: "listing-conditions-unmet", detail: "Not met: \(conditions.joined(separator: ", ")).",
        remedy: "Confirm what staff have found met, or refuse the entry.")
    case .barred(let end):
      .conflict(
        code: "listing-barred", detail: "Removed for malicious violations; barred until \(RFC3339.text(of: end)).")
    case .openAlready:
      .conflict(code: "listing-open", detail: "The subject is recommended or listed already.")
    case .notStudied:
      .conflict(
        code: "listing-not-studied", detail: "No study with a passed examination counts at present.",
        remedy: "Record study and examination first.")
    case .foreignCode(let code):
      Problem(
        status: 422, code: "field-unknown-value", title: "Staff do not confirm this", detail: code,
        field: "body.confirmed", remedy: "Confirm conditions and items that the rule pack leaves to staff.")
    }
  }
}
