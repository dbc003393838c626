import Civics
import Contracts
import FoundationEssentials

/// Records a hearing (听证) on a major, complex or difficult matter. In a re-examination its time is not counted
/// (信访工作条例 第三十一条第六项、第三十六条).
struct Hear: PetitionStep {
  static let name = StepName.hear

  var startedAt: Date
  var endedAt: Date
  /// The number of the record.
  var documentNumber: String?

  init(startedAt: Date, endedAt: Date, documentNumber: String? = nil) {
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.documentNumber = documentNumber
  }

  init(fields: JSONFields) throws(ContractViolation) {
    startedAt = try fields.instant("startedAt")
    endedAt = try fields.instant("endedAt")
    documentNumber = try fields.optionalString("documentNumber")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("startedAt", startedAt)
    object.set("endedAt", endedAt)
    object.set("documentNumber", documentNumber)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    guard startedAt >= petition.receivedAt, startedAt <= endedAt, endedAt <= now else {
      throw .invalid(field: "body.endedAt", reason: "a hearing is begun after receipt and closed before it is recorded")
    }
    if let running = petition.clock(.reexamination) {
      guard startedAt >= running.start else {
        throw .invalid(field: "body.startedAt", reason: "the hearing lies before the re-examination")
      }
      let pause = Pause(
        from: ShanghaiTime.day(of: startedAt), to: ShanghaiTime.day(of: endedAt),
        reason: PauseReason.hearing.rawValue)
      petition.eachClock { clock in
        guard clock.metAt == nil, clock.kind == .reexamination else { return }
        var changes = clock.changes ?? DeadlineChanges()
        changes.pauses.append(pause)
        clock.changes = changes
      }
      _ = try petition.recount(at: now, rules: circumstances.rules) { $0.kind == .reexamination }
    }
    let heard = PetitionHeard(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now,
      unit: petition.file.openReview?.requested.unit ?? petition.unit, startedAt: startedAt, endedAt: endedAt,
      documentNumber: documentNumber, dueDates: petition.dueDates(of: DeadlineKind.ofAnswer.union([.reexamination])))
    petition.file.hearings.append(heard)
    return StepEffects(events: [heard])
  }
}
