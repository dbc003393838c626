import Contracts
import FoundationEssentials

/// That a fact does not stand, as the enforcement system told it.
struct FactCorrection: Sendable, Equatable {
  /// The fact that does not stand.
  let fact: FactIdentity
  /// The sender's number of the correction itself.
  let correctionId: String
  let reason: CorrectionReason
  /// What holds instead; nothing when empty.
  let factCodes: [String]
  let at: Date

  /// The correction is told once, however often it is delivered.
  var id: UUID {
    EventIdentity.uuidV5(namespace: EventIdentity.causeNamespace, parts: "fact-correction", fact.source, correctionId)
  }
}
