import Civics
import Contracts
import FoundationEssentials

/// Draws the panel. A party that committed and does not reveal is named, and has no part in the chance.
struct MakeDraw: DrawStep {
  static let name = "draw"

  /// The parties that committed and do not reveal.
  var without: [PanelParty]

  init(
    without: [PanelParty] = []
  ) {
    self.without = without
  }

  init(fields: JSONFields) throws(ContractViolation) {
    without = try fields.codes("without", maximum: 2)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("without", codes: without.isEmpty ? nil : without)
    return .object(object)
  }

  func take(
    on draw: inout ExpertDraw, in circumstances: DrawCircumstances
  ) throws(ExpertDrawError) -> [any EventPayload] {
    try draw.require(.poolFixed, for: Self.name)
    for contribution in draw.file.contributions
    where contribution.commitment != nil && contribution.seed == nil && !without.contains(contribution.party) {
      throw .partyMissing(contribution.party)
    }
    let made: ProvableDraw
    do throws(DrawError) {
      made = try ProvableDraw(
        purpose: draw.purpose, pool: try DrawPool(draw.file.order), seeds: try draw.seeds())
    } catch { throw .draw(error) }
    draw.status = .drawn
    draw.file.order = made.order
    draw.file.drawnAt = circumstances.now
    draw.file.drawn = made.drawn(draw.file.panelSize).enumerated().map { index, number in
      DrawnExpert(rank: index + 1, expertNumber: number)
    }
    return [draw.told(at: circumstances.now)]
  }
}
