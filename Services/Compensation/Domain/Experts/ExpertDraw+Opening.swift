import Civics
import Contracts
import FoundationEssentials

extension ExpertDraw {
  /// Opens a draw whose seed nobody can foresee.
  /// - Throws: `panelTooSmall` for fewer experts than the rules ask for (3个以上).
  static func open(
    _ wish: OpenExpertDraw, id: UUID, region: String, cases: [CompensationCase], rules: CompensationRules, at now: Date
  ) throws(ExpertDrawError) -> (draw: ExpertDraw, event: ExpertDrawCommitted) {
    let (least, rule) = try rules.panelMinimum()
    let size = wish.panelSize ?? least
    guard size >= least else { throw .panelTooSmall(least: least, asked: size) }
    guard size <= largestPanel else {
      throw .invalid(field: "body.panelSize", reason: "at most \(largestPanel) experts")
    }
    let seed: DrawSeed
    do throws(DrawError) { seed = try DrawSeed.random(contributor: contributor) } catch { throw .draw(error) }
    let file = ExpertDrawFile(
      fields: wish.fields, levels: wish.levels.isEmpty ? PoolLevel.allCases : wish.levels, panelSize: size, rule: rule,
      subjectKeys: Set(cases.compactMap(\.subjectKey)).sorted())
    let draw = ExpertDraw(
      id: id, region: region, caseIds: cases.map(\.id), batchId: wish.batchId,
      purpose: "expert-panel \(id.lowercased)", seed: seed, openedAt: now, status: .committed, sequence: 0, version: 0,
      file: file, updatedAt: now)
    return (draw, draw.committed)
  }

  private var committed: ExpertDrawCommitted {
    ExpertDrawCommitted(
      drawId: id, region: region, at: openedAt, caseIds: caseIds.map(\.lowercased), batchId: batchId,
      algorithm: ProvableDraw.algorithm, purpose: purpose, contributor: seed.contributor, commitment: commitment,
      panelSize: file.panelSize, rule: file.rule)
  }
}
