import Contracts
import FoundationEssentials

/// Accepts a petition (受理): the petitioner is told, and the clock for the answer starts.
struct Accept: PetitionStep {
  static let name = StepName.accept

  var procedure: PetitionProcedure
  /// The main kind of harm as the bureau sees it; nil keeps the complaint's.
  var category: Category?
  /// The unit that accepts; nil is the unit the place belongs to.
  var unit: String?

  init(procedure: PetitionProcedure = .enforcement, category: Category? = nil, unit: String? = nil) {
    self.procedure = procedure
    self.category = category
    self.unit = unit
  }

  init(fields: JSONFields) throws(ContractViolation) {
    procedure = try fields.optionalCode("procedure") ?? .enforcement
    category = try fields.optionalCode("category")
    unit = try fields.optionalString("unit")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("procedure", code: procedure)
    object.set("category", code: category)
    object.set("unit", unit)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    let basis: DeadlineBasis
    do { basis = try circumstances.rules.basis(of: .conclusion, from: now) } catch { throw .rule(error) }
    let conclusion = Deadline(basis: basis, start: now)
    petition.acceptance.metAt = now
    petition.conclusion = conclusion
    petition.status = .accepted
    let accepted = PetitionAccepted(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now,
      procedure: procedure, category: category ?? petition.category, unit: unit ?? petition.suggestedUnit,
      dueDates: [conclusion.dueDate])
    petition.file.accepted = accepted
    var effects = StepEffects(events: [accepted])
    if let spared = petition.open(contact: 2, at: now) { effects.events.append(spared) }
    effects.message = PetitionerMessage(
      contact: 2, template: "petition-accepted",
      parameters: ["petitionNumber": petition.number, "unit": accepted.unit, "due": RFC3339.text(of: basis.due)])
    return effects
  }
}
