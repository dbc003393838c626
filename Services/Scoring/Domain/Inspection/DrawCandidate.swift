import Contracts

/// A unit that can be drawn, as it stood when the pools were fixed.
struct DrawCandidate: Sendable, Equatable {
  let subject: String
  let region: String
  let inspectionClass: InspectionClass
  let colour: Colour
}
