import Contracts
import Foundation
import Kafka
import Postgres
import Support
import Testing

extension City {
  /// A complaint as a hotline writes one.
  func complaint(_ number: Int, id: String? = nil, text: String = "污水反流，气味刺鼻") -> KafkaRecord {
    let id = id ?? "event-\(number)"
    let value = """
      {"specversion":"1.0","id":"\(id)","source":"/hotline/12369","type":"ecoredress.complaint.submitted.v1",
      "time":"2026-01-06T08:00:00Z","data":{"externalId":"case-\(number)","channel":"HOTLINE_12369","region":"360402",
      "category":"water","content":"\(text) \(number)","location":"某小区","occurredAt":"2026-01-05T08:00:00Z",
      "reporter":{"name":"王先生","phone":"13800000000"}}}
      """
    return KafkaRecord(
      topic: topics.prefix + "complaints", key: Array("case-\(number)".utf8), value: Array(value.utf8))
  }

  /// A complaint as a clerk submits it over HTTP.
  func submission(_ number: Int) -> String {
    """
    {"externalId":"case-\(number)","channel":"HOTLINE_12369","region":"360402","category":"water",
    "content":"污水反流 \(number)","occurredAt":"2026-01-05T08:00:00Z"}
    """
  }

  /// A token for staff with this role, in the whole city or in one region of it.
  func token(_ role: String, region: String = "360400") async throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "\(Surroundings.root)/deploy/token")
    process.arguments = ["--role", role, "--region", region]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["ECOREDRESS_STATE": URL(filePath: try Surroundings.keys).deletingLastPathComponent().path]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let token = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return token.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Writes the complaints `from..<to`, every tenth of them twice.
  func publish(_ numbers: Range<Int>) async throws {
    let repeated = numbers.filter { $0 % 10 == 0 }
    try await topics.write(numbers.map { complaint($0) } + repeated.map { complaint($0) })
  }

  /// Every event on a topic of the city, in the order of the log.
  func events(_ topic: Topic) async throws -> [CloudEvent] {
    try await topics.read(topics.prefix + topic.name).map { message in
      try CloudEventCodec.decode(
        value: message.value, headers: message.headers.map { (name: $0.name, value: $0.value) })
    }
  }

  /// What became of each complaint record, in the order of the log.
  func receipts() async throws -> [ReceiptStatus] {
    try await events(.complaintReceipts).map { event in
      let data = try JSON(parsing: event.data ?? [], limits: JSONLimits(maximumBytes: 100_000))
      return try #require(data["status"]?.string.flatMap { ReceiptStatus(rawValue: $0) })
    }
  }

  /// State and code of each message that is parked or waits behind one that is.
  func held() async throws -> [String] {
    let connection = try await administrator()
    let held = try await connection.query(
      "select state || ' ' || code from dead_letter where state in ('parked', 'waiting') order by id", as: String.self)
    await connection.close()
    return held
  }

  /// How many petitions the database holds.
  func registered() async throws -> Int {
    let connection = try await administrator()
    let count = try await connection.query("select count(*) from petition", as: Int.self).first ?? 0
    await connection.close()
    return count
  }

  /// The numbers of the petitions, in the order of receipt.
  func numbers() async throws -> [String] {
    let connection = try await administrator()
    let numbers = try await connection.query("select number from petition order by entry", as: String.self)
    await connection.close()
    return numbers
  }

  /// The events that tell of a new petition, in the order of the log.
  func received() async throws -> [CloudEvent] {
    try await events(.petitions).filter { $0.type == "ecoredress.petition.received.v1" }
  }

  /// Waits until `count` petitions are registered and read back from the topic, where there may be more events of them.
  func settles(_ count: Int, within limit: Duration = .seconds(60)) async throws -> Bool {
    try await eventually(within: limit, every: .milliseconds(200)) {
      guard try await registered() >= count else { return false }
      return try await received().count >= count
    }
  }

  /// The guarantees, counted from outside: nothing lost, nothing doubled, no key out of order.
  func check(_ count: Int, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    #expect(try await registered() == count, sourceLocation: sourceLocation)
    for topic in [Topic.petitions, .petitionStates, .petitionerMessages, .complaintReceipts] {
      let events = try await events(topic)
      #expect(Set(events.map(\.id)).count == events.count, "\(topic.name) has doubles", sourceLocation: sourceLocation)
      for (subject, own) in Dictionary(grouping: events, by: \.subject) where topic != .complaintReceipts {
        let sequence = own.compactMap(\.sequence)
        #expect(sequence == sequence.sorted(), "\(subject ?? "") is out of order", sourceLocation: sourceLocation)
      }
    }
    let received = try await self.received()
    #expect(received.count == count, sourceLocation: sourceLocation)
    #expect(Set(received.compactMap(\.subject)).count == count, sourceLocation: sourceLocation)
  }
}
