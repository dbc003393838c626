import Civics

/// Why something cannot be done with a work reminder letter.
enum LetterError: Error, Sendable, Equatable {
  /// It is not the letter's turn.
  case outOfTurn(action: String, status: LetterStatus)
  /// A letter without findings says nothing.
  case noFindings
  /// An answer that is not enough needs a reason.
  case noReason
  /// Whoever wrote the letter cannot acknowledge or answer it for the addressee.
  case ownLetter
  /// A finding names a petition that does not exist or lies elsewhere.
  case foreignPetition(field: String)
  /// No county's bureau answers for the region, so there is nobody to write to.
  case noAddressee(region: String)
  case rule(RuleLookupError)
}
