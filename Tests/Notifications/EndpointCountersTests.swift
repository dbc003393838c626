import FoundationEssentials
import Metrics

import Testing

@testable import Notifications
@testable import ServiceKit

@Suite("Deliveries counted by endpoint")
struct EndpointCountersTests {
  @Test func `so many endpoints have a series of their own, from nought on; the others have one together`() {
    let registry = PrometheusInstallation.registry
    let counters = EndpointCounters(most: 2)
    let endpoints = (0..<4).map { _ in UUID() }
    for endpoint in endpoints { counters.count([.delivered, .retried, .delivered], of: endpoint) }
    counters.count([], of: UUID())
    let lines = registry.text().split(separator: "\n").filter { $0.contains("ecoredress_webhook_deliveries_total{") }
    func value(_ label: String, _ outcome: String) -> String? {
      lines.first { $0.contains(#"endpoint="\#(label)""#) && $0.contains(#"outcome="\#(outcome)""#) }
        .flatMap { $0.split(separator: " ").last.map(String.init) }
    }
    let first = endpoints[0].uuidString.lowercased()
    #expect(value(first, "delivered") == "2" && value(first, "retried") == "1" && value(first, "exhausted") == "0")
    #expect(value(endpoints[2].uuidString.lowercased(), "delivered") == nil)
    #expect(value("others", "delivered") == "4")
  }
}
