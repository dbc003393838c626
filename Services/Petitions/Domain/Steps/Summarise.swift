import Civics
import Contracts
import FoundationEssentials

/// Writes a summary of the matter, to be approved before it goes out.
struct Summarise: PetitionStep {
  static let name = StepName.summarise

  /// Masked already: what was typed is kept nowhere.
  let text: String
  private(set) var masked: [String]
  /// Whether it was compared with the sealed identity.
  private(set) var isCompared = false

  init(text: String, known: [String]? = nil) {
    let net = TextMask.mask(text, known: known ?? [])
    self.text = net.text
    masked = net.found.keys.sorted().map(\.rawValue)
    isCompared = known != nil
  }

  init(fields: JSONFields) throws(ContractViolation) {
    self.init(text: try fields.text("text", limit: ApprovedSummary.limit))
  }

  var json: JSON {
    var object = JSONObject()
    object.set("text", text)
    object.set("masked", masked)
    return .object(object)
  }

  /// With the texts that are known to be personal masked as well.
  func compared(with known: [String]) -> Summarise {
    var step = Summarise(text: text, known: known)
    step.masked = Set(masked + step.masked).sorted()
    return step
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    // A masked text may be longer than what was typed.
    guard text.utf8.count <= ApprovedSummary.limit else {
      throw .invalid(field: "body.text", reason: "masked, it is longer than \(ApprovedSummary.limit) bytes")
    }
    petition.file.draft = SummaryDraft(
      text: text, masked: masked, isCompared: isCompared, by: circumstances.actor, at: circumstances.now)
    return StepEffects()
  }
}
