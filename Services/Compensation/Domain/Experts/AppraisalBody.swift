import Civics
import Contracts
import FoundationEssentials

/// A body that appraises damage (鉴定评估机构).
struct AppraisalBody: Sendable, Equatable {
  var form: AppraisalBodyForm
  /// How often the entry was changed.
  var version: Int64

  /// Whether it may be entrusted on a day as a body of this kind.
  func mayAppraise(as kind: AppraisalKind, on day: CivilDate) -> Bool {
    (form.active ?? true) && form.kind == kind && (form.validThrough.map { day <= $0 } ?? true)
  }
}
