import Contracts
import FoundationEssentials

/// One unit drawn, with its inspectors, and what the visit came to.
struct InspectionAssignment: Sendable {
  let drawId: UUID
  let rank: Int
  let inspectionClass: InspectionClass
  let subject: String
  let region: String
  let inspectors: [String]
  let avoided: [String]
  var result: InspectionResult?

  var drawn: DrawnInspection {
    DrawnInspection(
      rank: rank, inspectionClass: inspectionClass, subjectKey: subject, inspectors: inspectors, avoided: avoided)
  }

  /// Its line of the result, as it is hashed.
  var line: String { "\(rank) \(inspectionClass.rawValue) \(subject) \(inspectors.joined(separator: ","))" }
}
