import Contracts
import FoundationEssentials

/// Closes and files the case (汇总归档): all steps and contacts are done.
struct Archive: PetitionStep {
  static let name = StepName.archive

  /// The number of the file.
  var fileNumber: String

  init(fileNumber: String) {
    self.fileNumber = fileNumber
  }

  init(fields: JSONFields) throws(ContractViolation) {
    fileNumber = try fields.string("fileNumber")
  }

  var json: JSON { ["fileNumber": .string(fileNumber)] }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    var effects = StepEffects()
    effects.add(petition.liftSupervision(at: now))
    let archived = PetitionArchived(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now,
      fileNumber: fileNumber, contacts: petition.contactsDone, satisfied: petition.file.currentCalls.last?.satisfied,
      promises: petition.file.refused == nil ? petition.promises : nil)
    petition.end(Set(DeadlineKind.allCases.filter(\.isDuty)), at: now)
    petition.file.archived = archived
    petition.status = petition.file.isFinal ? .final : .archived
    effects.add(archived)
    return effects
  }
}
