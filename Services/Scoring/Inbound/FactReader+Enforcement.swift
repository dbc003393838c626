import Contracts
import FoundationEssentials

extension FactReader {
  /// Facts of the enforcement systems. What establishes a violation deducts: an inspection's findings, a decision. The
  /// filing of a case proves nothing yet and is recorded without points, and so is a case that ended without a penalty.
  static func enforcement(_ event: CloudEvent) throws(ContractViolation) -> FactReport {
    switch event.type {
    case .inspectionRecorded: inspection(try event.decode(), event.source)
    case .penaltyFiled: filing(try event.decode(), event.source)
    case .penaltyDecided: decision(try event.decode(), event.source)
    case .rectificationVerified: rectification(try event.decode(), event.source)
    case .studyCompleted: study(try event.decode(), event.source)
    case .examPassed: exam(try event.decode(), event.source)
    case .crimeReferred: referral(try event.decode(), event.source)
    case .crimeDecided: crime(try event.decode(), event.source)
    case .factCorrected: correction(try event.decode(), event.source)
    case .subjectLinked: link(try event.decode(), event.source)
    default: apology(try event.decode(), event.source)
    }
  }

  /// A visit to help never deducts, whatever was seen (帮扶).
  private static func inspection(_ event: InspectionRecorded, _ source: String) -> FactReport {
    let isVisit = event.kind == .serviceVisit
    return FactReport(
      subject: event.subjectKey, region: event.region, origin: .inspection,
      kind: isVisit ? "inspection.service-visit" : "inspection.recorded", source: source, externalId: event.factId,
      establishedAt: event.inspectedAt, happenedAt: event.factAt,
      codes: isVisit ? [FactCode.serviceVisit] : event.problems ? event.factCodes : [], article: event.article,
      evidence: event.evidence, client: event.clientKey, content: digest(event))
  }

  private static func filing(_ event: PenaltyFiled, _ source: String) -> FactReport {
    FactReport(
      subject: event.subjectKey, region: event.region, origin: .penalty, kind: "penalty.filed", source: source,
      externalId: event.factId, establishedAt: event.filedAt, happenedAt: event.factAt, codes: event.factCodes,
      article: event.article, evidence: event.evidence, petitionId: event.petitionId,
      penaltyNumber: event.penaltyNumber, content: digest(event))
  }

  private static func decision(_ event: PenaltyDecided, _ source: String) -> FactReport {
    FactReport(
      subject: event.subjectKey, region: event.region, origin: .penalty,
      kind: event.decision == .noPenalty ? "penalty.no-penalty" : "penalty.decided", source: source,
      externalId: event.factId, establishedAt: event.decidedAt, happenedAt: event.factAt, codes: event.factCodes,
      article: event.article, evidence: event.evidence, penaltyNumber: event.penaltyNumber, content: digest(event))
  }

  private static func rectification(_ event: RectificationVerified, _ source: String) -> FactReport {
    FactReport(
      subject: event.subjectKey, region: event.region, origin: .rectification, kind: "rectification.verified",
      source: source, externalId: event.factId, establishedAt: event.verifiedAt,
      codes: event.passed ? [FactCode.rectificationVerified] : [], evidence: event.evidence,
      penaltyNumber: event.penaltyNumber, content: digest(event))
  }

  private static func study(_ event: StudyCompleted, _ source: String) -> FactReport {
    FactReport(
      subject: event.subjectKey, region: event.region, origin: .study, kind: "study.completed", source: source,
      externalId: event.factId, establishedAt: event.completedAt, codes: [FactCode.studyCompleted],
      evidence: event.evidence, penaltyNumber: event.penaltyNumber, content: digest(event))
  }

  private static func exam(_ event: ExamPassed, _ source: String) -> FactReport {
    FactReport(
      subject: event.subjectKey, region: event.region, origin: .study, kind: "exam.passed", source: source,
      externalId: event.factId, establishedAt: event.passedAt, codes: [FactCode.studyAndExam],
      evidence: event.evidence, penaltyNumber: event.penaltyNumber, content: digest(event))
  }

  private static func apology(_ event: ApologyPublished, _ source: String) -> FactReport {
    FactReport(
      subject: event.subjectKey, region: event.region, origin: .apology, kind: "apology.published", source: source,
      externalId: event.factId, establishedAt: event.publishedAt,
      codes: event.pledged ? [FactCode.apologyPublished] : [],
      evidence: event.uri.map { [EvidenceReference(uri: $0, kind: "publication")] } ?? [],
      penaltyNumber: event.penaltyNumber, content: digest(event))
  }
}
