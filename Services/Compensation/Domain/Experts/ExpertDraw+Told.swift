import Civics
import Contracts
import FoundationEssentials

extension ExpertDraw {
  /// Everything needed to draw the panel again, beside the pool.
  func told(at now: Date) -> ExpertDrawDrawn {
    ExpertDrawDrawn(
      drawId: id, region: region, at: now, caseIds: caseIds.map(\.lowercased), algorithm: ProvableDraw.algorithm,
      purpose: purpose, contributor: seed.contributor, commitment: commitment, seed: seed.hexadecimal,
      contributions: file.contributions.compactMap(\.told), poolSize: file.poolSize ?? 0,
      poolSha256: file.poolSha256 ?? "", panelSize: file.panelSize, rule: file.rule, drawn: file.drawn)
  }
}
