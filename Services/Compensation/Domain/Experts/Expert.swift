import Contracts
import FoundationEssentials

/// An expert of a pool (生态环境损害赔偿评估专家库).
struct Expert: Sendable, Equatable {
  /// Given once; what parties and events name the expert by: `E350600-0001`.
  let number: String
  var form: ExpertForm
  /// How often the entry was changed.
  var version: Int64

  var isActive: Bool { form.active ?? true }

  /// Why the expert stands back in a case against these obligors; nil when nothing is known.
  func conflict(with subjects: [String]) -> ExclusionGround? {
    if let employer = form.employerKey, subjects.contains(employer) { return .employed }
    return form.interests.contains(where: subjects.contains) ? .interest : nil
  }
}
