import Civics
import Contracts

/// What filters look at in an event.
struct EventFeatures: Sendable {
  let type: EventType
  /// Nil for an event without a region, or with one that no table knows: such events are the whole country's alone.
  let region: RegionCode?
  let colour: Colour?
  let attributes: EventAttributes

  init(_ event: CloudEvent) {
    type = event.type
    region = event.region.flatMap { try? RegionCode($0) }
    colour = event.colour
    attributes = EventAttributes(event)
  }
}
