import Contracts
import Foundation
import Kafka
import Postgres
import Support
import Testing

/// An agency that starts late: what the state topic holds is what the service knows, and a side topic gets what was asked for.
@Suite("Catching up", .serialized)
struct CatchUpTests {
  /// The public state of every petition as the service answers it, by id.
  private func known(_ service: ServiceProcess, _ city: City) async throws -> [String: JSON] {
    let token = try await city.token("auditor")
    let answer = try #require(await service.get("/v1/petitions?limit=200", token: token), "\(service.lastWords)")
    let list = try #require(
      try JSON(parsing: Array(answer.body.utf8))["petitions"]?.array, "\(answer.body.prefix(300))")
    return Dictionary(list.map { ($0["petitionId"]?.string ?? "", $0) }) { first, _ in first }
  }

  /// Takes some petitions a step on, so that states differ.
  private func accept(_ count: Int, _ service: ServiceProcess, _ city: City) async throws {
    let token = try await city.token("supervisor")
    let waiting = try await known(service, city).filter { $0.value["status"]?.string != "accepted" }
    for id in waiting.keys.sorted().prefix(count) {
      let answer = await service.post("/v1/petitions/\(id)/accept", "{}", token: token)
      #expect(answer?.status == 200, "\(answer?.body ?? service.lastWords)")
    }
  }

  @Test("the last record of every key is what the service answers, and the topic keeps it: compaction is read back")
  func complete() async throws {
    try await City.with { city in
      let service = try city.start()
      try await city.topics.write((0..<30).map { city.complaint($0) })
      #expect(try await city.settles(30), "\(service.lastWords)")
      try await accept(10, service, city)
      try await city.rest(service)
      let known = try await known(service, city)
      try #require(known.count == 30 && known.values.filter { $0["status"]?.string == "accepted" }.count == 10)
      let records = try await city.topics.read(city.topics.prefix + "state.petitions")
      let last = Dictionary(records.map { (String(decoding: $0.key ?? [], as: UTF8.self), $0) }) { $1 }
      #expect(Set(last.keys) == Set(known.keys) && records.count >= 40)
      for (key, record) in last {
        let state = try JSON(parsing: record.value ?? [])
        let answered = try #require(known[key])
        for member in try #require(state.object).members {
          #expect(answered[member.name] == member.value, "\(key) \(member.name)")
        }
        let header = record.header("ce_sequence").map {
          String(decoding: $0, as: UTF8.self)
        }
        #expect(header.flatMap { Int64($0) } == state["sequence"]?.integer)
      }
      let admin = try KafkaAdmin(settings: city.topics.settings, logger: TestSchema.logger)
      for topic in [Topic.petitionStates, .petitions] {
        let read = try await admin.configuration(of: city.topics.prefix + topic.name)
        let wanted = topic.configuration(replicationFactor: 1)
        for name in ["cleanup.policy", "retention.ms"] where wanted[name] != nil {
          #expect(read[name] == wanted[name], "\(topic.name) \(name)")
        }
      }
      await admin.close()
    }
  }

  @Test("the last record of every subject is what scoring answers, after facts and after what ran out")
  func ratings() async throws {
    try await LedgerCity.with(clock: "2026-01-06T01:00:00Z", profile: "lintong", region: "610115") { ledger in
      let codes = ["dust-uncontrolled", "odour-nuisance", "facilities-not-used"]
      let inspectedAt = try #require(RFC3339.date(from: "2026-01-06T00:00:00Z"))
      let firms = Firms.valid(12)
      for (index, firm) in firms.enumerated() {
        for number in 0...(index % 3) {
          let name = "\(index)-\(number)"
          let inspection = InspectionRecorded(
            factId: name, subjectKey: firm, region: "610115", inspectedAt: inspectedAt, inspectionNumber: name,
            kind: .doubleRandom, onSite: true, problems: true, factCodes: [codes[number]])
          try await ledger.tell(inspection, id: "e\(name)")
        }
      }
      for (index, firm) in firms.enumerated() {
        try await ledger.becomes(firm, "with its facts") { $0["facts"]?.integer == Int64(index % 3 + 1) }
      }
      // The ordinary ones run out after six months.
      try await ledger.advance(to: "2026-07-07T01:00:00Z")
      let records = try await ledger.city.topics.read(ledger.city.topics.prefix + Topic.ratingStates.name)
      let last = Dictionary(records.map { (String(decoding: $0.key ?? [], as: UTF8.self), $0) }) { $1 }
      #expect(Set(last.keys) == Set(firms) && records.count >= 2 * firms.count)
      for firm in firms {
        let state = try JSON(parsing: try #require(last[firm]?.value))
        let answered = try await ledger.read("/v1/subjects/\(firm)")
        for name in ["region", "score", "colour", "facts", "sequence"] {
          #expect(state[name] == answered[name], "\(firm) \(name)")
        }
      }
    }
  }

  @Test("the last record of every case is what compensation answers, after steps and after a period that ran out")
  func cases() async throws {
    try await Redress.with(clock: "2026-01-06T01:00:00Z", profile: "zhenjiang", region: "321100") { redress in
      let filedAt = try #require(RFC3339.date(from: "2026-01-06T00:00:00Z"))
      let filings = Firms.valid(8).enumerated().map { index, firm in
        PenaltyFiled(
          factId: "f-\(index)", subjectKey: firm, region: "321102", filedAt: filedAt, penaltyNumber: "罚\(index)",
          factCodes: ["DUMPED_WASTE"])
      }
      try await redress.tell(all: filings, on: .enforcement, source: "/enforcement/test")
      let ids = try await cases(redress).keys.sorted()
      try #require(ids.count == 8)
      for id in ids.prefix(4) { try await redress.take("check", ["damaged": true], on: id) }
      for id in ids.prefix(2) { try await redress.take("investigate", on: id) }
      try await redress.advance(to: "2026-03-09T01:00:00Z")
      let known = try await cases(redress)
      #expect(Set(known.values.compactMap { $0["status"]?.string }).count == 3)
      #expect(known.values.contains { $0["overdue"] == true })
      let records = try await redress.city.topics.read(redress.city.topics.prefix + Topic.compensationStates.name)
      let last = Dictionary(records.map { (String(decoding: $0.key ?? [], as: UTF8.self), $0) }) { $1 }
      #expect(Set(last.keys) == Set(known.keys) && records.count > 14)
      for (key, record) in last {
        for member in try #require(try JSON(parsing: record.value ?? []).object).members {
          #expect(known[key]?[member.name] == member.value, "\(key) \(member.name)")
        }
      }
    }
  }

  /// The cases as compensation lists them, by id.
  private func cases(_ redress: Redress) async throws -> [String: JSON] {
    let list = try #require(try await redress.read("/v1/cases?region=321100&limit=50")["cases"]?.array)
    return Dictionary(list.map { ($0["caseId"]?.string ?? "", $0) }) { first, _ in first }
  }

  @Test("a consumer that starts while more happens ends with what the service knows")
  func late() async throws {
    try await City.with { city in
      let service = try city.start()
      try await city.topics.write((0..<30).map { city.complaint($0) })
      #expect(try await city.settles(30), "\(service.lastWords)")
      try await accept(5, service, city)
      let follower = try Sample("agency.py", ["--state", "state.petitions", "--events", "petitions"], in: city)
      defer { follower.stop() }
      try await city.topics.write((30..<50).map { city.complaint($0) })
      try await accept(10, service, city)
      #expect(try await city.settles(50), "\(service.lastWords)")
      try await city.rest(service)
      let wanted = try await known(service, city).mapValues { $0["sequence"]?.integer ?? -1 }
      // A line is the key, # and the sequence it stands at; the last line of a key counts.
      func follows() -> [String: Int64] {
        let lines = follower.printed.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 2) }
        return Dictionary(
          lines.filter { $0.count == 3 && $0[1].hasPrefix("#") }.map { (String($0[0]), Int64($0[1].dropFirst()) ?? -2) }
        ) { $1 }
      }
      #expect(wanted.count == 50)
      #expect(try await eventually(within: .seconds(90)) { follows() == wanted }, "\(follower.printed.suffix(400))")
    }
  }

  @Test("a range is copied to a side topic, whole and in order for each key; the topic and its readers are left alone")
  func sideTopic() async throws {
    try await City.with { city in
      let service = try city.start()
      try await city.topics.write((0..<20).map { city.complaint($0) })
      #expect(try await city.settles(20), "\(service.lastWords)")
      try await accept(5, service, city)
      // What belongs together is looked for at the end of the second, which may be yet to come.
      try await Task.sleep(for: .seconds(1))
      try await city.rest(service)
      let side = try await city.topics.make("agency.replayed", partitions: 4)
      let events = city.topics.prefix + "petitions"
      let before = try await city.topics.read(events)
      let times = before.compactMap(\.timestamp).sorted()
      let (first, end) = (try #require(times.first), try #require(times.last).addingTimeInterval(1))
      let format = { (instant: Date) in RFC3339.text(of: instant) }
      try await city.command(
        "replay", "--from", events, "--to", side, "--since", format(first), "--until", format(end))
      let copies = try await city.topics.read(side)
      func order(_ records: [KafkaMessage]) -> [String: [[UInt8]]] {
        Dictionary(grouping: records.sorted { ($0.partition, $0.offset) < ($1.partition, $1.offset) }) {
          String(decoding: $0.key ?? [], as: UTF8.self)
        }.mapValues { $0.map { $0.header("ce_id") ?? [] } }
      }
      #expect(order(copies) == order(before) && !copies.isEmpty)
      #expect(copies.allSatisfy { $0.header("ce_replayed") != nil })
      // Nothing before the first record, and the topic itself has not grown.
      try await city.command("replay", "--from", events, "--to", side, "--until", format(first.addingTimeInterval(-60)))
      // A topic that is not there is told, 65, and so is one that is not for it, 64.
      try await city.command("replay", "--from", events, "--to", side + ".not", code: 65)
      try await city.command("replay", "--from", city.topics.prefix + "complaints", "--to", side, code: 64)
      try await city.command("replay", "--from", events, "--to", city.topics.prefix + "scores", code: 64)
      #expect(try await city.topics.read(side).count == copies.count)
      let now = try await city.topics.read(events)
      #expect(
        now.count == before.count,
        "new: \(now.dropFirst(before.count).map { String(decoding: $0.header("ce_type") ?? [], as: UTF8.self) })")
    }
  }
}
