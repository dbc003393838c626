import Contracts
import Foundation
import Kafka
import Support
import Testing

/// E2E-4: what Jiujiang took in during 2023, by channel, through Kafka; the report keeps 件次 and 批次 apart.
@Suite("Jiujiang's year 2023", .serialized)
struct YearReportTests {
  private static let year: [(channel: String, count: Int)] = [
    ("WECHAT_PUBLIC", 382), ("HOTLINE_12369", 233), ("PLATFORM_12369", 83), ("SYSTEM_TRANSFER", 30),
    ("DEPT_TRANSFER", 9), ("POSTAL_BOX", 23), ("VISIT", 9),
  ]
  private static let regions = ["360402", "360403", "360425", "360482", "360483"]

  /// The year's complaints in an order that mixes channels, places and kinds over the months.
  private static func complaints(_ city: City) -> [KafkaRecord] {
    let kinds = Category.allCases.map(\.rawValue)
    var records: [KafkaRecord] = []
    for (channel, count) in year {
      for number in 0..<count {
        let id = "\(channel)-\(number)"
        let visit = channel == "VISIT" ? #","visit":{"visitors":\#(number + 2)}"# : ""
        let value = """
          {"specversion":"1.0","id":"\(id)","source":"/hotline/12369","type":"ecoredress.complaint.submitted.v1",
          "data":{"externalId":"\(id)","channel":"\(channel)","region":"\(regions[number % regions.count])",
          "category":"\(kinds[number % kinds.count])","content":"夜间有异味。"\(visit)}}
          """
        records.append(
          KafkaRecord(topic: city.topics.prefix + "complaints", key: Array(id.utf8), value: Array(value.utf8)))
      }
    }
    return records.enumerated().sorted { ($0.offset % 12, $0.offset) < ($1.offset % 12, $1.offset) }.map(\.element)
  }

  @Test("E2E-4: 760 件次 and 9 批次 by channel, as JSON and CSV, for whoever may see them")
  func year() async throws {
    try await City.with(clock: "2023-01-15T01:00:00Z") { city in
      let service = try city.start()
      let all = Self.complaints(city)
      let share = (all.count + 11) / 12
      for month in 0..<12 {
        if month > 0 {
          let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
          try await city.advance(service, to: "2023-\(number)-15T01:00:00Z")
        }
        try await city.topics.write(Array(all.dropFirst(month * share).prefix(share)))
        let taken = try await eventually(within: .seconds(60), every: .milliseconds(200)) {
          try await city.registered() == min(all.count, (month + 1) * share)
        }
        try #require(taken, "\(service.lastWords)")
      }
      try await city.advance(service, to: "2024-01-02T01:00:00Z")
      let leader = try await city.token("leader")
      let report = try await json(service, "/v1/figures/channels?period=2023&region=360400", leader)
      let counts = report["channels"]?.array?.map {
        [$0["channel"]?.string ?? "", $0["unit"]?.string ?? "", $0["count"]?.integer.map(String.init) ?? ""]
      }
      for (channel, count) in Self.year {
        #expect(counts?.contains([channel, channel == "VISIT" ? "批次" : "件次", "\(count)"]) == true, "\(channel)")
      }
      let totals = report["totals"]?.array?.map { "\($0["count"]?.integer ?? -1) \($0["unit"]?.string ?? "")" }
      #expect(totals == ["760 件次", "9 批次"])
      #expect(report["channels"]?.array?.contains { $0["count"]?.integer == 769 } == false)

      // The quarters and the regions add up to the year, unit by unit.
      var quarters = [0, 0]
      for quarter in 1...4 {
        let part = try await json(service, "/v1/figures/channels?period=2023-Q\(quarter)", leader)
        for (unit, total) in (part["totals"]?.array ?? []).enumerated() {
          quarters[unit] += Int(total["count"]?.integer ?? 0)
        }
      }
      #expect(quarters == [760, 9])
      let figures = try await json(service, "/v1/figures?period=2023&by=region", leader)
      let total = figures["total"]?.array?.first { $0["code"]?.string == "TOTAL" }
      #expect(total?["now"]?.array?.map { $0["count"]?.integer } == [760, 9] && total?["direction"]?.string == "FALL")
      #expect(figures["groups"]?.array?.count == Self.regions.count)
      let acceptance = figures["total"]?.array?.first
      #expect(acceptance?["code"]?.string == "LAWFUL_ACCEPTANCE" && acceptance?["target"]?.string == "1")
      // Nobody has decided: every limit that ended in 2023 ended in silence, and counts against.
      let ended = acceptance?["now"]?["denominator"]?.integer ?? 0
      #expect(ended > 600 && acceptance?["now"]?["percent"]?.decimal == 0 && acceptance?["asWanted"]?.bool == false)

      let csv = try #require(await service.get("/v1/figures/channels?period=2023&format=csv", token: leader))
      #expect(csv.status == 200 && csv.body.contains("WECHAT_PUBLIC,微信举报,网,件次,382,0"))
      #expect(csv.body.contains(",合计,,件次,760,0") && csv.body.contains(",合计,,批次,9,0") && !csv.body.contains("769"))
      try await refusals(service, leader: leader, hotline: try await city.token("hotline"))
      try await digestsAndChecks(city)
    }
  }

  private func refusals(_ service: ServiceProcess, leader: String, hotline: String) async throws {
    let path = "/v1/figures/channels?period=2023"
    #expect(await service.get(path)?.status == 401)
    #expect(await service.get("\(path)&region=321100", token: leader)?.status == 403)
    #expect(await service.get(path, token: hotline)?.status == 403)
    for bad in ["period=20233", "period=2023&region=36", "period=2023&kind=smell", "period=2023&format=xml"] {
      #expect(await service.get("/v1/figures?\(bad)", token: leader)?.status == 422, "\(bad)")
    }
  }

  /// The turn of each month was told of on the topic; and each day from the eve of the first morning that the clock stopped
  /// at, 14 February, to 1 January has its digest in each of fourteen bureaus, the mornings that were passed over too.
  private func digestsAndChecks(_ city: City) async throws {
    let events = try await city.events(.petitions)
    #expect(events.filter { $0.type == .monthlyCheckCommitted }.count == 13)
    #expect(events.filter { $0.type == .monthlyCheckDrawn }.count == 12)
    #expect(events.filter { $0.type == .digestCompiled }.count == 322 * 14)
  }

  private func json(_ service: ServiceProcess, _ path: String, _ token: String) async throws -> JSON {
    let answer = try #require(await service.get(path, token: token))
    try #require(answer.status == 200, "\(path): \(answer.body)")
    return try JSON(parsing: Array(answer.body.utf8))
  }
}
