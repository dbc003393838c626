import Contracts
import Foundation
import Kafka
import Support
import Testing

/// Law study in Yingkou: 249 firms studied twenty units of forty minutes each, 3,320 hours in all.
@Suite("E2E-8: law study in Yingkou", .serialized)
struct YingkouStudyTests {
  @Test("3,320 hours from 249 events on Kafka, some sent twice, counted over HTTP")
  func study() async throws {
    try await LedgerCity.with(clock: "2024-12-31T01:00:00Z", profile: "yingkou", region: "210800") { ledger in
      let at = try #require(RFC3339.date(from: "2024-11-05T02:00:00Z"))
      let topic = ledger.city.topics.prefix + Topic.enforcement.name
      var records: [KafkaRecord] = []
      for (index, firm) in Firms.valid(249).enumerated() {
        let event = StudyCompleted(
          factId: "S\(index)", subjectKey: firm, region: "210800", completedAt: at, minutes: 800,
          laws: ["AIR_POLLUTION_LAW", "WATER_POLLUTION_LAW", "SOLID_WASTE_LAW"], context: .routine)
        let record: JSON = [
          "specversion": "1.0", "id": .string("s\(index)"), "source": "/school/yingkou",
          "type": .string(StudyCompleted.type.rawValue), "data": event.json,
        ]
        let kafka = KafkaRecord(topic: topic, key: Array(firm.utf8), value: record.bytes)
        records += index % 10 == 0 ? [kafka, kafka] : [kafka]
      }
      try await ledger.city.topics.write(records)
      var figures = JSON.null
      let counted = try await eventually(within: .seconds(60), every: .milliseconds(200)) {
        figures = try await ledger.read(
          "/v1/study-figures?from=2024-04-01T00:00:00%2B08:00&before=2025-01-01T00:00:00%2B08:00")
        return figures["firms"]?.integer == 249
      }
      try #require(counted, "\(figures)\n\(ledger.scoring.lastWords)")
      #expect(figures["units"]?.integer == 4_980 && figures["minutesPerUnit"]?.integer == 40)
      #expect(figures["hours"]?.integer == 3_320 && figures["remainingMinutes"]?.integer == 0)
    }
  }
}
