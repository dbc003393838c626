import Contracts
import FoundationEssentials

/// Gives a case its lead (主办) and assisting (协办) units (交办); may be done again until it is handled.
struct Assign: PetitionStep {
  static let name = StepName.assign

  var lead: String
  var assisting: [String]
  /// The grid cell (网格).
  var grid: String?

  init(lead: String, assisting: [String] = [], grid: String? = nil) {
    self.lead = lead
    self.assisting = assisting
    self.grid = grid
  }

  init(fields: JSONFields) throws(ContractViolation) {
    lead = try fields.string("lead")
    assisting = try fields.strings("assisting", maximum: 32)
    grid = try fields.optionalString("grid")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("lead", lead)
    object.set("assisting", assisting)
    object.set("grid", grid)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    guard !assisting.contains(lead) else {
      throw .invalid(field: "body.assisting", reason: "the lead unit does not assist itself")
    }
    let now = circumstances.now
    var effects = StepEffects()
    petition.takeOver(at: now, effects: &effects)
    petition.hand(to: lead, byTransfer: false, at: now)
    let assigned = PetitionAssigned(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now, lead: lead,
      assisting: assisting, grid: grid, dueDates: petition.dueDates(of: DeadlineKind.ofAnswer))
    petition.file.assigned = assigned
    petition.status = .assigned
    effects.add(assigned)
    return effects
  }
}
