import Civics
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
  /// A special case: the city's own, tighter limit for ordinary ones does not hold.
  var isComplex: Bool

  init(
    procedure: PetitionProcedure = .enforcement, category: Category? = nil, unit: String? = nil, isComplex: Bool = false
  ) {
    self.procedure = procedure
    self.category = category
    self.unit = unit
    self.isComplex = isComplex
  }

  init(fields: JSONFields) throws(ContractViolation) {
    procedure = try fields.optionalCode("procedure") ?? .enforcement
    category = try fields.optionalCode("category")
    unit = try fields.optionalString("unit")
    isComplex = try fields.optionalBool("complex") ?? false
  }

  var json: JSON {
    var object = JSONObject()
    object.set("procedure", code: procedure)
    object.set("category", code: category)
    object.set("unit", unit)
    object.set("complex", isComplex ? true : nil)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    guard procedure != .litigation else {
      throw .invalid(
        field: "body.procedure", reason: "what belongs before a court is refused with the reason litigation")
    }
    let now = circumstances.now
    let rules = circumstances.rules
    petition.conclusion = Deadline(
      basis: try PetitionError.ofRules { () throws(RuleLookupError) in try rules.conclusion(procedure, from: now) },
      start: now)
    if !isComplex,
      let local = try PetitionError.ofRules({ () throws(RuleLookupError) in try rules.localConclusion(from: now) })
    {
      petition.start(local, at: now)
    }
    petition.end(DeadlineKind.ofDecision, at: now)
    petition.status = .accepted
    let accepted = PetitionAccepted(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now,
      procedure: procedure, category: category ?? petition.category, unit: unit ?? petition.suggestedUnit,
      dueDates: petition.dueDates(of: DeadlineKind.ofAnswer))
    petition.file.accepted = accepted
    var effects = StepEffects(events: [accepted])
    effects.add(petition.open(contact: 2, at: now))
    effects.message = PetitionerMessage(
      contact: 2, template: "petition-accepted",
      parameters: petition.parameters(["unit": accepted.unit], due: petition.openClocks.first))
    return effects
  }
}
