import Civics
import Contracts
import FoundationEssentials

extension InspectionDraw {
  var committed: InspectionDrawCommitted {
    InspectionDrawCommitted(
      drawId: id, region: region, level: level, quarter: quarter.text, at: committedAt,
      algorithm: ProvableDraw.algorithm, purpose: purpose, contributor: seed.contributor, commitment: commitment)
  }

  func drawn(_ count: Int, at instant: Date) -> InspectionDrawDrawn {
    InspectionDrawDrawn(
      drawId: id, region: region, level: level, quarter: quarter.text, at: instant, strata: strata,
      inspectorPoolSize: inspectorPoolSize, inspectorPoolSha256: inspectorPoolSha256, drawn: count,
      resultSha256: resultSha256)
  }

  func released(_ assignments: [InspectionAssignment], at instant: Date) -> InspectionDrawReleased {
    InspectionDrawReleased(
      drawId: id, region: region, level: level, quarter: quarter.text, at: instant,
      algorithm: ProvableDraw.algorithm, purpose: purpose, contributor: seed.contributor, commitment: commitment,
      seed: seed.hexadecimal, contributions: contributions, strata: strata, inspectorPoolSize: inspectorPoolSize,
      inspectorPoolSha256: inspectorPoolSha256, inspectorsEach: inspectorsEach, resultSha256: resultSha256,
      drawn: assignments.map(\.drawn))
  }

  func overdue(_ open: Int, of drawn: Int, at instant: Date) -> InspectionDrawOverdue {
    InspectionDrawOverdue(
      drawId: id, region: region, level: level, quarter: quarter.text, at: instant, open: open, drawn: drawn)
  }
}
