import Contracts
import FoundationEssentials

extension CompensationCase {
  /// Takes the case into another stage. That it did is told by itself, after what the step tells.
  /// - Throws: ``CompensationError/noWay(from:to:allowed:)`` when the stage does not follow,
  ///   ``CompensationError/documentsMissing(stage:names:)`` when the stage asks for documents that are not filed.
  mutating func enter(
    _ stage: CompensationStatus, in circumstances: Circumstances
  ) throws(CompensationError) {
    guard status.following.contains(stage) else {
      throw .noWay(from: status, to: stage, allowed: status.following.sorted { $0.rawValue < $1.rawValue })
    }
    // A case that ends early leaves no stage behind as done.
    if stage != .closed { try requireDocuments(of: status, rules: circumstances.rules) }
    let left = status
    status = stage
    file.stages.append(
      StageEntry(stage: stage, at: circumstances.now, owner: circumstances.actor, department: file.department))
    // Filing, the end of a check and closure are told by events of their own.
    guard left.isUnderWay, stage.isUnderWay else { return }
    unannounced.append(
      CompensationStageChanged(
        caseId: id, caseNumber: number, region: region, at: circumstances.now, subjectKey: subjectKey, from: left,
        to: stage, penaltyNumber: penalty?.number))
  }

  /// Since when the case is where it stands.
  var enteredAt: Date { file.stages.last?.at ?? openedAt }

  private func requireDocuments(
    of stage: CompensationStatus, rules: CompensationRules
  ) throws(CompensationError) {
    let filed = Set(file.documents.filter { $0.stage == stage }.map(\.kind))
    let missing = try rules.documents(of: stage).filter { $0.isRequired && !filed.contains($0.kind) }
    guard missing.isEmpty else { throw .documentsMissing(stage: stage, names: missing.map(\.title)) }
  }
}
