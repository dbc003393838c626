import Civics
import Contracts

/// What filters look at in an event. Events of one batch share few of these, so that each is matched once.
struct EventFeatures: Hashable, Sendable {
  let type: EventType
  /// Nil for an event without a region, or with one that no table knows: such events are the whole country's alone.
  let region: RegionCode?
  let colour: Colour?

  init(type: EventType, region: RegionCode?, colour: Colour?) {
    self.type = type
    self.region = region
    self.colour = colour
  }

  init(_ event: CloudEvent) {
    self.init(type: event.type, region: event.region.flatMap { try? RegionCode($0) }, colour: event.colour)
  }
}
