import Civics
import Contracts
import FoundationEssentials

/// Extends the period for the answer (延期): once, by no more than the law gives, with the approval of the head, before it
/// runs out; the petitioner is told why (信访工作条例 第三十四条).
struct Extend: PetitionStep {
  static let name = StepName.extend

  /// By how many days.
  var days: Int
  var reason: ExtensionReason
  /// The reason in words for the petitioner; never the complainant's own.
  var explanation: String?

  init(days: Int, reason: ExtensionReason, explanation: String? = nil) {
    self.days = days
    self.reason = reason
    self.explanation = explanation
  }

  init(fields: JSONFields) throws(ContractViolation) {
    days = try fields.integer("days", in: 1...LegalPeriod.longest)
    reason = try fields.code("reason")
    explanation = try fields.optionalText("explanation", limit: 256)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("days", days)
    object.set("reason", code: reason)
    object.set("explanation", explanation)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    let rules = circumstances.rules
    guard let running = petition.conclusion, let procedure = petition.file.accepted?.procedure, now < running.basis.due
    else { throw .lapsed(.extend, petition.conclusion?.basis.due ?? now) }
    let longest = try PetitionError.ofRules { () throws(RuleLookupError) in try rules.longestExtension(procedure) }
    guard days <= longest.count else {
      throw .invalid(field: "body.days", reason: "the period may be extended by \(longest) at most")
    }
    guard (running.changes?.extensions.count ?? 0) < rules.mostExtensions else {
      throw .invalid(field: "body.days", reason: "the period was extended as often as it may be")
    }
    petition.eachClock { clock in
      guard clock.metAt == nil, clock.kind == .conclusion || clock.kind == .localConclusion else { return }
      var changes = clock.changes ?? DeadlineChanges()
      changes.extensions.append(.calendarDays(days, rollForward: running.basis.period.rollsForward))
      clock.changes = changes
    }
    _ = try petition.recount(at: now, rules: rules) { [.conclusion, .localConclusion].contains($0.kind) }
    let extended = PetitionExtended(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now, reason: reason,
      extended: petition.conclusion?.dueDate ?? running.dueDate, previousDue: running.basis.due)
    petition.file.extensions.append(extended)
    var effects = StepEffects(events: [extended])
    effects.add(petition.open(notice: .extended, at: now))
    var parameters = ["extensionReason": reason.rawValue]
    parameters["explanation"] = explanation
    effects.message = PetitionerMessage(
      contact: 0, template: "petition-extended",
      parameters: petition.parameters(parameters, due: petition.conclusion))
    return effects
  }
}
