import Contracts
import FoundationEssentials

extension FactReader {
  /// The ledger's name for a transfer to the police: never that of a penalty case of the same number.
  private static func transfer(_ number: String) -> String { "移送 \(number)" }

  /// The transfer itself counts; what was found has its own facts.
  static func referral(_ event: CrimeReferred, _ source: String) -> FactReport {
    FactReport(
      subject: event.subjectKey, region: event.region, origin: .crime, kind: "crime.referred", source: source,
      externalId: event.factId, establishedAt: event.referredAt, happenedAt: event.factAt,
      codes: [FactCode.suspectedCrime], article: event.article, evidence: event.evidence,
      penaltyNumber: transfer(event.referralNumber), content: digest(event))
  }

  /// Whoever is cleared is no suspect any more: the transfer is withdrawn.
  static func crime(_ event: CrimeDecided, _ source: String) -> FactReport {
    let (kind, codes): (String, [String]) =
      switch event.outcome {
      case .filed: ("crime.filed", [])
      case .convicted: ("crime.convicted", [FactCode.crimeConvicted])
      case .notFiled, .notProsecuted, .acquitted: ("crime.cleared", [])
      }
    let number = transfer(event.referralNumber)
    return FactReport(
      subject: event.subjectKey, region: event.region, origin: .crime, kind: kind, source: source,
      externalId: event.factId, establishedAt: event.decidedAt, happenedAt: event.factAt, codes: codes,
      article: event.article, evidence: event.evidence, penaltyNumber: number,
      amendsCase: Fact.penaltyCase(source: source, number: number), content: digest(event))
  }

  static func correction(_ event: FactCorrected, _ source: String) -> FactReport {
    FactReport(
      subject: event.subjectKey, region: event.region, origin: .correction,
      kind: event.factCodes.isEmpty ? "fact.corrected" : "fact.changed", source: source,
      externalId: event.factId, establishedAt: event.correctedAt, happenedAt: event.factAt, codes: event.factCodes,
      article: event.article, evidence: event.evidence,
      amends: [FactReport.id(source: source, externalId: event.correctedFactId)], content: digest(event))
  }

  static func link(_ event: SubjectLinked, _ source: String) -> FactReport {
    FactReport(
      subject: event.subjectKey, region: event.region, origin: .link, kind: "subject.linked", source: source,
      externalId: event.factId, establishedAt: event.linkedAt, article: event.article, evidence: event.evidence,
      owner: event.ownerKey, content: digest(event))
  }
}

extension FactReader {
  /// What a register says of a subject.
  static func registration(_ carrier: CloudEvent, now: Date) throws(ContractViolation) -> SubjectRegistration {
    let event: SubjectRegistered = try carrier.decode()
    try SubjectCheck.check(event.subjectKey, "data.subjectKey", region: event.region, "data.region")
    try ClockBounds().check(event.registeredAt, field: "data.registeredAt", now: now)
    return SubjectRegistration(
      subject: event.subjectKey, region: event.region, title: event.title, kind: event.kind,
      registeredAt: event.registeredAt, source: carrier.source, externalId: event.factId)
  }
}
