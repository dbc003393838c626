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
    let archived = PetitionArchived(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: circumstances.now,
      fileNumber: fileNumber, contacts: petition.contactsDone, satisfied: petition.file.calls.last?.satisfied)
    petition.file.archived = archived
    petition.status = .archived
    return StepEffects(events: [archived])
  }
}
