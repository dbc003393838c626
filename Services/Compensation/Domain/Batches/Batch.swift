import Civics
import Contracts
import FoundationEssentials

/// Cases of one kind that are handled together (集约办案): one assessment, meeting, signing and restoration; each case
/// keeps its own amount.
struct Batch: Sendable, Equatable {
  /// The fewest cases: one alone is no batch.
  static let least = 2
  /// The most cases, which one transaction moves together.
  static let most = 500

  let id: UUID
  let number: String
  let region: String
  let title: String
  /// In what the cases are alike (案件类型、损害后果相近), in words.
  let likeness: String
  let parts: [BatchPart]
  let formedAt: Date
  /// How many events it has had.
  var sequence: Int64
  /// How often it was changed.
  var version: Int64
  /// The cases in it now.
  var caseIds: [UUID]
  var updatedAt: Date

  /// Forms a batch of cases.
  static func form(
    _ wish: FormBatch, id: UUID, cases: [CompensationCase], rules: CompensationRules, at now: Date
  ) throws(BatchError) -> (batch: Batch, event: CompensationBatchFormed) {
    guard (least...most).contains(wish.caseIds.count), Set(wish.caseIds).count == wish.caseIds.count else {
      throw .size(least: least, most: most)
    }
    let known = Dictionary(cases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for id in wish.caseIds {
      guard let compensation = known[id] else { throw .caseUnfit(id, reason: "there is no such case") }
      try check(compensation, in: wish.region)
    }
    let listed: (codes: [String], rule: Contracts.RuleReference)
    do throws(CompensationError) { listed = try rules.batchSteps() } catch { throw .rule(error) }
    let parts = wish.parts.isEmpty ? BatchPart.allCases.filter { listed.codes.contains($0.rawValue) } : wish.parts
    for part in parts where !listed.codes.contains(part.rawValue) {
      throw .notJoint(part: part.rawValue, listed: listed.codes)
    }
    let number = "B" + CaseNumber(id: id, region: wish.region, opened: ShanghaiTime.day(of: now)).text.dropFirst()
    let batch = Batch(
      id: id, number: number, region: wish.region, title: wish.title, likeness: wish.likeness, parts: parts,
      formedAt: now, sequence: 0, version: 0, caseIds: wish.caseIds, updatedAt: now)
    let event = CompensationBatchFormed(
      batchId: id, batchNumber: number, region: wish.region, at: now, caseIds: wish.caseIds.map(\.lowercased),
      steps: parts.map(\.rawValue), rule: listed.rule)
    return (batch, event)
  }

  /// Which part of the work a step belongs to.
  static func part(of step: StepName) -> BatchPart? {
    BatchPart.allCases.first { part in part.steps.contains { $0.name == step } }
  }

  private static func check(_ compensation: CompensationCase, in region: String) throws(BatchError) {
    let span = RegionSpan(region)
    guard compensation.region >= span.first, compensation.region <= span.last else {
      throw .caseUnfit(compensation.id, reason: "it lies outside the batch's region")
    }
    guard compensation.status.isUnderWay else {
      throw .caseUnfit(compensation.id, reason: "it is not under way")
    }
    guard compensation.subjectKey != nil else { throw .caseUnfit(compensation.id, reason: "it has no obligor") }
    guard compensation.file.settlement.batchId == nil else {
      throw .caseUnfit(compensation.id, reason: "it is in a batch already")
    }
  }
}
