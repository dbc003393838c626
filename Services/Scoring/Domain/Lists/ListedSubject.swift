/// A line of a list of subjects.
struct ListedSubject: Sendable {
  let rating: Rating
  /// Nil while nobody registered it.
  let registration: SubjectRegistration?
}
