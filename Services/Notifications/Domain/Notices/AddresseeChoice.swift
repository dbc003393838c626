/// How the addressee of a notice is found.
enum AddresseeChoice: Sendable {
  /// A key of the addressee book, written from the values of the event: `unit:{{home(to)}}`.
  case key(ValueText)
  /// Everybody in the book with a role at the lowest place that covers a region.
  case role(String, region: ValueText)
}
