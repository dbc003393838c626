import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support

@testable import Compensation

extension Desk {
  static let finance = Caller(subject: "finance-1", requestId: "r", traceParent: nil, territory: ["321100", "350600"])

  /// A case taken to a stage: of a penalty filing, or without an obligor of an inspection.
  func started(_ number: String, through stages: [CompensationStatus] = [], region: String = "321102") async throws
    -> UUID
  {
    try await take([filing(number, region: region)])
    let id = Clue.id("penalty", "/enforcement/test", number)
    try await step(Check(damaged: true), on: id)
    try await walk(stages, on: id)
    return id
  }

  /// Takes a case on to stages, with the paper that the investigation ends with.
  func walk(_ stages: [CompensationStatus], on id: UUID) async throws {
    for stage in stages {
      try await enter([stage], on: id)
      guard stage == .investigation else { continue }
      let paper: JSON = ["kind": "INVESTIGATION_REPORT", "title": "损害调查报告"]
      try await step(try FileDocument(json: paper, path: "body"), on: id)
    }
  }

  private func filing(_ number: String, region: String) -> PenaltyFiled {
    PenaltyFiled(
      factId: "f-\(number)", subjectKey: Fixtures.firm, region: region, filedAt: clock.now, penaltyNumber: number,
      factCodes: ["FACILITIES_NOT_USED"])
  }

  /// A case without an obligor, with its damage assessed.
  func ownerless(_ name: String, assessedFen: Int64) async throws -> UUID {
    let clue = Clue(
      id: Clue.id("test", name), source: .inspection, region: "321102", subjectKey: nil, at: clock.now,
      factCodes: ["DUMPED_WASTE"])
    try await runner.run { work in
      _ = try await application.openClues(
        [ToldClue(clue: clue, cause: Cause(id: name, correlation: name))], work: work)
    }
    try await step(Check(damaged: true, noObligor: true), on: clue.id)
    try await walk([.investigation, .assessment], on: clue.id)
    let losses = [LossItem(.restoration, amountFen: assessedFen, reference: "鉴定报告")]
    _ = try await assess(DamageReport(DamageInput(.itemised, losses: losses), form: .judicialAppraisal), on: clue.id)
    return clue.id
  }

  @discardableResult
  func assess(_ report: DamageReport, on id: UUID) async throws -> DamageAssessment? {
    try await runner.run { work in
      try await application.money.assessDamage(report, on: id, by: Self.finance, work: work, authorise: { _ in })?
        .assessment
    }
  }

  func pay(_ payments: [PaymentReceived]) async throws {
    try await take(payments, on: .payments, from: "/payments/bank")
  }

  func pay(_ number: String, _ id: UUID, _ fen: Int64, by payer: PayerKind = .obligor) async throws {
    try await pay([
      PaymentReceived(paymentNumber: number, caseId: id, amountFen: fen, receivedAt: clock.now, payer: payer)
    ])
  }

  func received(_ id: UUID) async throws -> Int64 {
    try await runner.read { try await PaymentStore.received(id, on: $0) }
  }

  func waiting() async throws -> [SuspenseStore.Item] {
    try await runner.read { try await SuspenseStore.list(after: 0, limit: 500, on: $0) }
  }

  /// The balances as they are kept; an issue is thrown where they are not what the entries say, or do not add up to nothing.
  func balances() async throws -> [LedgerAccount: Int64] {
    let (kept, counted) = try await runner.read { try await BalanceStore.compared(on: $0) }
    guard kept == counted, kept.reduce(0, { $0 + $1.fen }) == 0 else { throw Unbalanced(kept: kept, counted: counted) }
    return Dictionary(uniqueKeysWithValues: kept.map { ($0.account, $0.fen) })
  }

  struct Unbalanced: Error {
    let kept: [BalanceStore.Balance]
    let counted: [BalanceStore.Balance]
  }

  func fold() async throws {
    try await FigureFolding.ofBooks(pool: pool, logger: TestSchema.logger)()
  }

  func figures(_ period: String, _ grouping: CaseFigureQuestion.Grouping = .none, regions: [String] = ["321100"])
    async throws -> CaseFigureReport
  {
    guard let period = FigurePeriod(period) else { throw Fixtures.Missing() }
    var question = CaseFigureQuestion(period: period, regions: regions)
    question.grouping = grouping
    return try await runner.read { try await application.money.compileFigures(question, on: $0) }
  }
}
