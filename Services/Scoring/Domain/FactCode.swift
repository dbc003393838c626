/// The code of a finding, in the form the rule packs write it.
enum FactCode {
  /// What a visit to help is recorded as; it never deducts.
  static let serviceVisit = "SERVICE_VISIT"
  static let studyCompleted = "STUDY_COMPLETED"
  static let studyAndExam = "STUDY_AND_EXAM"
  static let apologyPublished = "APOLOGY_PUBLISHED"
  static let rectificationVerified = "RECTIFICATION_VERIFIED"
  static let suspectedCrime = "SUSPECTED_CRIME"
  static let crimeConvicted = "CRIME_CONVICTED"
  static let compensationPerformed = "COMPENSATION_PERFORMED"

  /// Events write codes in small letters with hyphens or dots (`sanluanwu`, `exceeded-standard`), packs in capitals with
  /// low lines: one fact in two spellings must not be two.
  static func normal(_ code: String) -> String {
    String(
      code.uppercased().map { character in
        switch character {
        case "-", ".", " ": "_"
        default: character
        }
      })
  }
}
