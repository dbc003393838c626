import Civics
import Contracts
import FoundationEssentials
import Messaging

/// Spends money of the account on a project: within its budget, and no more than is there.
struct SpendOnProject: Sendable {
  /// What is spent.
  struct Order: JSONConvertible, Sendable, Equatable {
    let amountFen: Int64
    /// The bank's number of the payment; with the project it is the spending's identity.
    let paymentNumber: String
    let purpose: String
    /// The case whose money it was, where it was tied to one.
    let caseId: UUID?

    init(amountFen: Int64, paymentNumber: String, purpose: String, caseId: UUID? = nil) {
      self.amountFen = amountFen
      self.paymentNumber = paymentNumber
      self.purpose = purpose
      self.caseId = caseId
    }

    init(fields: JSONFields) throws(ContractViolation) {
      amountFen = try fields.fen("amountFen", minimum: 1)
      paymentNumber = try fields.string("paymentNumber", limit: 128)
      purpose = try fields.text("purpose", limit: 1024)
      caseId = try fields.optionalUUID("caseId")
    }

    var json: JSON {
      var object = JSONObject()
      object.set("amountFen", amountFen)
      object.set("paymentNumber", paymentNumber)
      object.set("purpose", purpose)
      object.set("caseId", caseId)
      return .object(object)
    }
  }

  let cases: CaseStore

  /// - Parameter authorise: throws when the caller may not spend in the project's region.
  /// - Returns: nil when there is no project of this id.
  func callAsFunction(
    _ order: Order, on id: UUID, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> FundProject? {
    guard var project = try await ProjectStore.find(id, locked: true, on: work.connection) else { return nil }
    try authorise(project.form.region)
    if let caseId = order.caseId {
      guard try await cases.find(caseId, on: work.connection) != nil else {
        throw AccountError.invalid(field: "body.caseId", reason: "there is no case of this id")
      }
    }
    guard order.amountFen <= project.leftFen else { throw AccountError.overBudget(leftFen: project.leftFen) }
    try await BalanceStore.holdSpending(on: work.connection)
    let spendable = try await BalanceStore.spendable(on: work.connection)
    guard order.amountFen <= spendable else { throw AccountError.notCovered(availableFen: spendable) }
    let entry = LedgerEntry(
      id: LedgerEntry.id("project \(id.lowercased)", EntryKind.spending.rawValue, order.paymentNumber),
      day: ShanghaiTime.day(of: work.now), kind: .spending, debit: .projects, credit: .bank,
      amountFen: order.amountFen, caseId: order.caseId, projectId: id, region: project.form.region,
      classCode: project.form.category.rawValue, document: order.paymentNumber, reason: order.purpose,
      actor: caller.subject)
    try await EntryStore.book(entry, at: work.now, on: work.connection)
    project.spentFen += order.amountFen
    project.version += 1
    project.updatedAt = work.now
    try await ProjectStore.save(project, on: work.connection)
    MoneyAnnouncements.emit(
      FundProjectPaid(
        projectId: id, projectNumber: project.number, region: project.form.region, at: work.now,
        category: project.form.category, budgetFen: project.form.budgetFen, paymentNumber: order.paymentNumber,
        amountFen: order.amountFen, spentFen: project.spentFen, caseId: order.caseId),
      sequence: project.version,
      cause: Cause(id: entry.id.lowercased, correlation: id.lowercased, traceParent: caller.traceParent), work: work)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "project.paid", subject: id.lowercased, cause: caller.requestId,
        detail: order.json.bytes))
    return project
  }
}
