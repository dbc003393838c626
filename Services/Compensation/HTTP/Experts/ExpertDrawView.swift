import Civics
import Contracts
import FoundationEssentials

/// A joint draw with everything needed to draw it again; seeds only once the draw is made.
enum ExpertDrawView {
  static func line(_ draw: ExpertDraw) -> JSON { .object(fields(draw)) }

  static func detail(_ draw: ExpertDraw, history: [JSON]) -> JSON {
    var object = fields(draw)
    object.set("excluded", draw.file.excluded)
    object.set("confirmations", draw.file.confirmations)
    object.set("opinions", draw.file.opinions)
    // A seed that a party revealed shows with the draw, not in the history before it.
    object.set(
      "history",
      .array(
        history.map { line in
          guard line["step"] == .string(RevealSeed.name), draw.file.drawnAt == nil else { return line }
          var object = line.object ?? JSONObject()
          object["detail"] = nil
          return .object(object)
        }))
    return .object(object)
  }

  private static func fields(_ draw: ExpertDraw) -> JSONObject {
    let file = draw.file
    var object = JSONObject()
    object.set("drawId", draw.id)
    object.set("region", draw.region)
    object.set("caseIds", draw.caseIds.map(\.lowercased))
    object.set("batchId", draw.batchId)
    object.set("status", code: draw.status)
    object.set("fields", codes: file.fields)
    object.set("levels", codes: file.levels)
    object.set("algorithm", ProvableDraw.algorithm)
    object.set("purpose", draw.purpose)
    object.set("contributor", draw.seed.contributor)
    object.set("commitment", draw.commitment)
    object.set("openedAt", draw.openedAt)
    object.set("panelSize", file.panelSize)
    object.set("rule", file.rule)
    object.set("contributions", .array(file.contributions.map { contribution(of: $0, isDrawn: file.drawnAt != nil) }))
    object.set("poolSize", file.poolSize)
    object.set("poolSha256", file.poolSha256)
    if file.drawnAt != nil {
      object.set("seed", draw.seed.hexadecimal)
      object.set("drawnAt", file.drawnAt)
      object.set("drawn", file.drawn)
      object.set("panel", draw.panel)
    }
    object.set("confirmedAt", file.confirmedAt)
    object.set("amounts", file.combined.isEmpty ? nil : file.combined)
    object.set("restorability", code: file.restorability)
    object.set("cancelled", file.cancelled)
    object.set("version", draw.version)
    return object
  }

  /// What a party brings; its seed only once the draw is made. Before that the other could wait for it.
  private static func contribution(of contribution: PanelContribution, isDrawn: Bool) -> JSON {
    var object = JSONObject()
    object.set("contributor", contribution.party.rawValue)
    object.set("commitment", contribution.commitment)
    object.set("revealed", contribution.seed != nil)
    if isDrawn { object.set("seed", contribution.seed) }
    return .object(object)
  }
}
