import Contracts
import FoundationEssentials

/// What a step with a draw is taken under.
struct DrawCircumstances: Sendable {
  let now: Date
  /// The experts that the step asked for.
  var experts: [Expert] = []
}

/// A step that staff take with a joint draw of experts, as the body of its request.
protocol DrawStep: JSONConvertible {
  static var name: String { get }
  /// Which experts must be looked up for it.
  static var experts: DrawnExperts { get }

  /// Changes the draw.
  /// - Returns: the events that tell of it.
  func take(
    on draw: inout ExpertDraw, in circumstances: DrawCircumstances
  ) throws(ExpertDrawError) -> [any EventPayload]
}

extension DrawStep {
  static var experts: DrawnExperts { .nobody }
}

/// Which experts a step with a draw looks up.
enum DrawnExperts: Sendable {
  case nobody
  /// Everybody who could be drawn by field, grade and pool.
  case candidates
  /// Those on the panel.
  case panel
}
