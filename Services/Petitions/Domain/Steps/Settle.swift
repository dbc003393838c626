import Contracts
import FoundationEssentials

/// Records that the matter was settled with the petitioner in writing (调解、和解, 信访工作条例 第三十三条). The answer is still
/// owed, and tells of it.
struct Settle: PetitionStep {
  static let name = StepName.settle

  var mode: SettlementMode
  /// The number of the written agreement.
  var documentNumber: String

  init(mode: SettlementMode, documentNumber: String) {
    self.mode = mode
    self.documentNumber = documentNumber
  }

  init(fields: JSONFields) throws(ContractViolation) {
    mode = try fields.code("mode")
    documentNumber = try fields.string("documentNumber")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("mode", code: mode)
    object.set("documentNumber", documentNumber)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let settled = PetitionSettled(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: circumstances.now,
      mode: mode, documentNumber: documentNumber)
    petition.file.settlements.append(settled)
    return StepEffects(events: [settled])
  }
}
