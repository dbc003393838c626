import Civics
import Contracts
import FoundationEssentials

/// What a subject studied and which examinations it passed.
struct StudyAccount: Sendable {
  /// The longest that one event may say was studied, in minutes: a year.
  static let longest = 525_600

  private let studies: [CaseRecord]
  private let exams: [CaseRecord]

  init(_ records: [CaseRecord]) {
    let sorted = records.sorted(by: CaseRecord.precedes)
    studies = sorted.filter { $0.kind == .study }
    exams = sorted.filter { $0.kind == .exam }
  }

  /// All that was studied, in minutes.
  var minutes: Int { studies.reduce(0) { $0 + ($1.minutes ?? 0) } }

  /// The examinations passed, the oldest first.
  var examinations: [CaseRecord] { exams }

  /// What an examination earns; nil without enough study. Each stands for itself: the study before it that is not too
  /// old, routine or in the same penalty case. So it does not matter in which order study and examinations are told.
  func credit(for exam: CaseRecord, _ rules: StudyRules, calendar: WorkingCalendar) -> StudyCredit? {
    let counting = studies.filter { study in
      study.at <= exam.at && (study.penaltyNumber == nil || study.penaltyNumber == exam.penaltyNumber)
        && rules.validity.due(from: study.at, calendar: calendar).instant > exam.at
    }
    let minutes = counting.reduce(0) { $0 + ($1.minutes ?? 0) }
    let units = minutes / rules.minutesPerUnit
    guard units >= rules.minimumUnits else { return nil }
    return StudyCredit(
      examId: exam.id, exam: exam.payload["exam"]?.string ?? "", region: exam.region, at: exam.at, minutes: minutes,
      units: units, penaltyNumber: exam.penaltyNumber,
      until: rules.credit.due(from: exam.at, calendar: calendar).instant)
  }

  /// The credit that counts for a penalty case at an instant: its own, or a routine one that has not run out.
  func credit(
    forCase penaltyNumber: String, at instant: Date, _ rules: StudyRules, calendar: WorkingCalendar
  ) -> StudyCredit? {
    exams.compactMap { credit(for: $0, rules, calendar: calendar) }.last { credit in
      credit.isValid(at: instant) && (credit.penaltyNumber == nil || credit.penaltyNumber == penaltyNumber)
    }
  }

  /// A credit that is valid at an instant, whatever it was earned in.
  func credit(at instant: Date, _ rules: StudyRules, calendar: WorkingCalendar) -> StudyCredit? {
    exams.compactMap { credit(for: $0, rules, calendar: calendar) }.last { $0.isValid(at: instant) }
  }
}
