/// How much was studied in a region and a period, as it is reported.
struct StudyFigures: Sendable, Equatable {
  let firms: Int
  let minutes: Int
  let exams: Int
  let minutesPerUnit: Int

  /// Whole study units (学时).
  var units: Int { minutes / minutesPerUnit }
  /// Whole hours, and the minutes that are left.
  var hours: (whole: Int, minutes: Int) { (minutes / 60, minutes % 60) }
}
