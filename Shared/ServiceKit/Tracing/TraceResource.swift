/// What all spans of a process have in common.
struct TraceResource: Sendable {
  /// Sorted by name.
  let attributes: [(name: String, value: String)]

  /// - Parameters:
  ///   - service: `service.name`; nothing the operator says changes it, for dashboards and alerts know it.
  ///   - instance: tells replicas apart.
  init(service: String, instance: String, more: [String: String]) {
    var all = more
    all["service.instance.id"] = all["service.instance.id"] ?? instance
    all["service.namespace"] = all["service.namespace"] ?? "ecoredress"
    all["service.name"] = service
    attributes = all.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }
}
