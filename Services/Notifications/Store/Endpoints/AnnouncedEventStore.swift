import Contracts
import FoundationEssentials
import Postgres

/// Events as they are posted, once each, however many endpoints want them.
enum AnnouncedEventStore {
  /// Writes those that are not there yet.
  static func insert(_ events: [(id: UUID, event: CloudEvent)]) -> SQL {
    """
    insert into announced_event (id, type, body)
    select * from unnest(\(events.map(\.id)), \(events.map(\.event.type.rawValue)),
      \(events.map { CloudEventCodec.encodeStructured($0.event) }))
    on conflict do nothing
    """
  }
}
