import Contracts

/// How many subjects of one division have a colour.
struct ColourCount: Sendable, Equatable {
  /// The division's code.
  let region: String
  let colour: Colour
  let subjects: Int
}
