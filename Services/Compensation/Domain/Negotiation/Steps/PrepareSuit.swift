import Civics
import Contracts
import FoundationEssentials

/// Makes the papers for a suit (诉讼材料) from what the case holds; the case goes to court.
struct PrepareSuit: JSONConvertible {
  var cause: SuitCause
  /// The court that hears it first: an intermediate people's court or above (若干规定 第三条).
  var court: String
  /// 赔偿权利人; absent means the one of the rule packs.
  var plaintiff: String?
  /// The act and the damage, in words.
  var facts: String
  /// What is claimed, in fen; absent means what was claimed or agreed.
  var amountFen: Int64?
  /// What is enclosed.
  var documents: [EvidenceReference]

  init(
    cause: SuitCause, court: String, plaintiff: String? = nil, facts: String, amountFen: Int64? = nil,
    documents: [EvidenceReference] = []
  ) {
    self.cause = cause
    self.court = court
    self.plaintiff = plaintiff
    self.facts = facts
    self.amountFen = amountFen
    self.documents = documents
  }

  init(fields: JSONFields) throws(ContractViolation) {
    cause = try fields.code("cause")
    court = try fields.string("court")
    plaintiff = try fields.optionalString("plaintiff")
    facts = try fields.text("facts", limit: 8192)
    amountFen = try fields.optionalFen("amountFen")
    documents = try fields.objects("documents")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("cause", code: cause)
    object.set("court", court)
    object.set("plaintiff", plaintiff)
    object.set("facts", facts)
    object.set("amountFen", amountFen)
    object.set("documents", documents.isEmpty ? nil : documents)
    return .object(object)
  }

  /// - Parameter sha256: the hash of a text, 64 hexadecimal digits.
  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances, sha256: (String) -> String
  ) throws(CompensationError) -> [any EventPayload] {
    guard let obligor = compensation.subjectKey else { throw .settlement(.noObligor) }
    try checkCause(compensation)
    try checkCourt(circumstances.rules)
    var holder = plaintiff
    if holder == nil { holder = try circumstances.rules.rightHolder() }
    guard let holder else {
      throw .invalid(field: "body.plaintiff", reason: "the rule packs name no holder of the right: name it here")
    }
    let settlement = compensation.file.settlement
    let claimed = amountFen ?? settlement.agreement?.amountFen ?? settlement.negotiations.last?.claimFen
    let text = SuitText(
      number: compensation.number, plaintiff: holder, obligor: obligor, court: court, cause: cause, facts: facts,
      claimFen: claimed, settlement: settlement, documents: documents, day: ShanghaiTime.day(of: circumstances.now)
    ).text
    let file = SuitFile(
      cause: cause, plaintiff: holder, court: court, amountFen: claimed, preparedAt: circumstances.now, text: text,
      sha256: sha256(text), documents: documents)
    try compensation.enter(.suit, in: circumstances)
    compensation.file.settlement.suit = file
    return [
      SuitPapersPrepared(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: obligor, batchId: settlement.batchId, cause: cause, court: court, amountFen: claimed,
        documentSha256: file.sha256, documents: documents.count)
    ]
  }

  /// A suit needs a negotiation that failed or could not be held, or an agreement broken (若干规定 第五条、第二十一条).
  private func checkCause(_ compensation: CompensationCase) throws(CompensationError) {
    let settlement = compensation.file.settlement
    switch cause {
    case .negotiationFailed:
      guard settlement.negotiations.last?.failure != nil else {
        throw .settlement(.first("a negotiation that failed"))
      }
    case .negotiationImpossible:
      guard settlement.negotiations.last?.rounds.isEmpty ?? true, settlement.agreement == nil else {
        throw .invalid(field: "body.cause", reason: "the parties met, so negotiation was possible")
      }
    case .agreementNotPerformed:
      guard let agreement = settlement.agreement, agreement.defaultedAt != nil else {
        throw .settlement(.first("declare-default"))
      }
      guard !agreement.isConfirmed else {
        throw .invalid(field: "body.cause", reason: "a court confirmed the agreement: ask it to enforce")
      }
    }
  }

  private func checkCourt(_ rules: CompensationRules) throws(CompensationError) {
    let levels = try rules.suitCourts()
    guard levels.contains(where: { court.hasSuffix($0) }) else {
      throw .invalid(field: "body.court", reason: "heard first by: \(levels.joined(separator: ", "))")
    }
  }
}
