import Contracts
import FoundationEssentials

/// What has been settled in a case; grows with its stages.
///
/// Parts of their own (the negotiation, the restoration, the damage) stand as one optional value each, of a type of
/// their own; long lists that grow for years stand in tables of their own.
struct CaseFile: JSONConvertible {
  var factCodes: [String] = []
  var deadlines: [Deadline] = []
  /// The way it went.
  var stages: [StageEntry] = []
  /// Nobody liable is known: it leads to the insurer, not to negotiation.
  var noObligor = false
  /// The department that handles it, as a code of the rule packs, and its unit.
  var department: String?
  var unit: String?
  /// When the clue was checked.
  var checkedAt: Date?
  var mustStart: [MustStartReason] = []
  var notStarted: NotStartedReason?
  /// The article behind the reason for not starting or for the end.
  var article: String?
  var investigation: Investigation?
  var outcome: CompensationOutcome?
  var performed: Bool?
  /// When the duty was performed, as far as the gate of a lighter penalty asks; may be before the closure.
  var performedAt: Date?
  /// When the bank had the latest of the money for it.
  var lastPaidAt: Date?
  var modes: [RestorationMode] = []
  var suspensions: [Suspension] = []
  var documents: [CaseDocument] = []
  var company = CaseCompany()
  /// Experts, negotiation, agreement and restoration.
  var settlement = Settlement()
  // The penalty side.
  var consultations: [Consultation] = []
  /// As they were told last.
  var gates: [GateAnswer] = []
  var breaches: [GateBreach] = []
  /// What was said against facts that the case rests on.
  var corrections: [CaseCorrection] = []
  /// Transfers to the police about the same act.
  var transfers: [PoliceTransfer] = []
  /// When the penalty case is to go through a gate.
  var nextPassing: Date?

  init() {}

  init(fields: JSONFields) throws(ContractViolation) {
    factCodes = try fields.strings("factCodes", maximum: 1024)
    deadlines = try fields.objects("deadlines", maximum: 1024)
    stages = try fields.objects("stages", maximum: 4096)
    noObligor = try fields.optionalBool("noObligor") ?? false
    department = try fields.optionalString("department")
    unit = try fields.optionalString("unit")
    checkedAt = try fields.optionalInstant("checkedAt")
    mustStart = try fields.codes("mustStart")
    notStarted = try fields.optionalCode("notStarted")
    article = try fields.optionalString("article", limit: 1024)
    investigation = try fields.optionalObject("investigation")
    outcome = try fields.optionalCode("outcome")
    performed = try fields.optionalBool("performed")
    performedAt = try fields.optionalInstant("performedAt")
    lastPaidAt = try fields.optionalInstant("lastPaidAt")
    modes = try fields.codes("modes")
    suspensions = try fields.objects("suspensions", maximum: CaseFile.longest)
    documents = try fields.objects("documents", maximum: CaseFile.longest)
    company = try fields.optionalObject("company") ?? CaseCompany()
    settlement = try fields.optionalObject("settlement") ?? Settlement()
    consultations = try fields.objects("consultations", maximum: CaseFile.longest)
    gates = try fields.objects("gates")
    breaches = try fields.objects("breaches")
    corrections = try fields.objects("corrections", maximum: CaseFile.longest)
    transfers = try fields.objects("transfers", maximum: CaseFile.longest)
    nextPassing = try fields.optionalInstant("nextPassing")
  }

  /// The longest list that staff can make in a case: more is a mistake.
  static let longest = 1024

  var json: JSON {
    var object = JSONObject()
    object.set("factCodes", factCodes)
    object.set("deadlines", deadlines)
    object.set("stages", stages.isEmpty ? nil : stages)
    object.set("noObligor", noObligor)
    object.set("department", department)
    object.set("unit", unit)
    object.set("checkedAt", checkedAt)
    object.set("mustStart", codes: mustStart.isEmpty ? nil : mustStart)
    object.set("notStarted", code: notStarted)
    object.set("article", article)
    object.set("investigation", investigation)
    object.set("outcome", code: outcome)
    object.set("performed", performed)
    object.set("performedAt", performedAt)
    object.set("lastPaidAt", lastPaidAt)
    object.set("modes", codes: modes)
    object.set("suspensions", suspensions.isEmpty ? nil : suspensions)
    object.set("documents", documents.isEmpty ? nil : documents)
    object.set("company", company == CaseCompany() ? nil : company)
    object.set("settlement", settlement.isEmpty ? nil : settlement)
    object.set("consultations", consultations.isEmpty ? nil : consultations)
    object.set("gates", gates.isEmpty ? nil : gates)
    object.set("breaches", breaches.isEmpty ? nil : breaches)
    object.set("corrections", corrections.isEmpty ? nil : corrections)
    object.set("transfers", transfers.isEmpty ? nil : transfers)
    object.set("nextPassing", nextPassing)
    return .object(object)
  }
}
