import Civics
import Contracts
import FoundationEssentials

/// A policy that pays for damage to the environment: of the city's pool, or of one enterprise (环境污染责任保险).
struct InsurancePolicy: Sendable, Equatable {
  let id: UUID
  /// The order of entering; 0 before it is kept.
  var entry: Int64 = 0
  var form: PolicyForm
  /// How often it was changed, from 1.
  var version: Int64 = 1
  var updatedAt: Date

  /// Whether it covers a place and a subject on a day.
  func covers(region: String, subjectKey: String?, on day: CivilDate) -> Bool {
    guard (form.from...form.through).contains(day) else { return false }
    if let holder = form.holder { return holder == subjectKey }
    let span = RegionSpan(form.region)
    return (span.first...span.last).contains(region)
  }

  /// Whether everything claimed is covered.
  func covers(_ lines: [ClaimLine]) -> Bool { lines.allSatisfy { form.coverage.contains($0.cover) } }
}
