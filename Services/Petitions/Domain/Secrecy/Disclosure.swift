/// How much of a petition somebody may see.
enum Disclosure: Sendable {
  /// Everything but what is sealed.
  case whole
  /// The transfer sheet (转办单): number, kind, place by its division, due dates and the approved summary. Nothing that
  /// leads to the complainant, not even the channel or the hotline's own number.
  case sheet
}
