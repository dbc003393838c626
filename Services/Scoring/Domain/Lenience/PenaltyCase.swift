import Contracts
import FoundationEssentials

/// A penalty case as its records tell it, with what else they say of the same subject.
struct PenaltyCase: Sendable {
  let subject: String
  let number: String
  let filed: PenaltyFiled?
  /// When the prior notice was first planned for: the time to ask for an apology runs from it.
  let noticeAt: Date?
  let decided: PenaltyDecided?
  /// The latest look at what was to be put right.
  let rectification: RectificationVerified?
  /// When the firm asked in writing to apologise, the first time.
  let apologyRequestedAt: Date?
  let isCrimeReferred: Bool
  /// The apologies of the subject in all its cases.
  let pledges: [Pledge]
  /// Violations of the subject in other cases.
  let otherViolations: [Violation]
  let duties: [CompensationDuty]
  let study: StudyAccount

  private let region: String?

  /// - Parameter records: all of the subject that matter, in any order; those that were corrected left out.
  init(subject: String, number: String, records: [CaseRecord]) {
    let records = records.filter { $0.subject == subject }.sorted(by: CaseRecord.precedes)
    let own = records.filter { $0.penaltyNumber == number }
    func last<Payload: EventPayload>(_ kind: CaseRecordKind, _ type: Payload.Type) -> Payload? {
      own.last { $0.kind == kind }?.read(type)
    }
    self.subject = subject
    self.number = number
    filed = last(.penaltyFiled, PenaltyFiled.self)
    noticeAt = own.first { $0.kind == .noticePlanned }?.at
    decided = last(.penaltyDecided, PenaltyDecided.self)
    rectification = last(.rectification, RectificationVerified.self)
    apologyRequestedAt = own.first { $0.kind == .apologyRequest }?.at
    isCrimeReferred = own.contains { $0.kind == .crime }
    pledges = records.compactMap(Pledge.init)
    otherViolations = records.compactMap(Violation.init).filter { $0.penaltyNumber != number }
    duties = CompensationDuty.all(in: records)
    study = StudyAccount(records)
    region = own.last { PenaltyCase.kinds.contains($0.kind) }?.region
  }

  private static let kinds: Set<CaseRecordKind> = [.penaltyFiled, .noticePlanned, .penaltyDecided]

  /// Where the case belongs; nil when nobody told of such a case.
  var knownRegion: String? { region }

  /// When the act happened or ended; nil when nobody told.
  var actAt: Date? { decided?.factAt ?? filed?.factAt }

  /// What was found, in the form of ``FactCode``.
  var codes: Set<String> { Set(((filed?.factCodes ?? []) + (decided?.factCodes ?? [])).map(FactCode.normal)) }

  /// A duty of compensation that is not performed, in this case or another of the subject.
  var unperformedDuty: CompensationDuty? { duties.first(where: \.isUnperformed) }

  /// Whether it is still being looked at whether this case did damage.
  var isScreening: Bool { duties.contains { $0.state == .screening && $0.penaltyNumbers.contains(number) } }

  /// Whether damage was found in this case.
  var isDamage: Bool { duties.contains { $0.isDamage && $0.penaltyNumbers.contains(number) } }
}
