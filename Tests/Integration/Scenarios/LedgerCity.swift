import Contracts
import Foundation
import Kafka
import Support
import Synchronization
import Testing

/// The scoring of a city at work in injected time: the service as built, enforcement systems on Kafka, staff over HTTP.
final class LedgerCity: Sendable {
  let city: City
  let scoring: ServiceProcess
  let region: String
  private let tokens = Mutex<[String: String]>([:])

  /// - Parameters:
  ///   - clock: where the business clock stands at first.
  ///   - profile: whose rules hold.
  ///   - region: where staff are.
  static func with(
    clock: String, profile: String, region: String, _ body: (LedgerCity) async throws -> Void
  ) async throws {
    try await City.with(clock: clock, profile: profile) { city in
      let scoring = try await city.join("scoring")
      try #require(try await scoring.becomesReady(), "\(scoring.lastWords)")
      try await body(LedgerCity(city: city, scoring: scoring, region: region))
    }
  }

  private init(city: City, scoring: ServiceProcess, region: String) {
    (self.city, self.scoring, self.region) = (city, scoring, region)
  }

  /// An event of an enforcement system on Kafka, with the id of its fact.
  func tell(_ event: some EventPayload, id: String) async throws {
    let record: JSON = [
      "specversion": "1.0", "id": .string(id), "source": "/enforcement/mobile",
      "type": .string(type(of: event).type.rawValue),
      "data": event.json,
    ]
    try await city.topics.write([
      KafkaRecord(topic: city.topics.prefix + "enforcement", key: Array(event.recordKey.utf8), value: record.bytes)
    ])
  }

  func advance(to instant: String) async throws { try await city.advance(scoring, to: instant) }

  /// What staff read at a path; it must be there.
  func read(_ path: String, as role: String = "clerk") async throws -> JSON {
    let answer = try #require(await scoring.get(path, token: try await token(role)), "\(scoring.lastWords)")
    try #require(answer.status == 200, "\(path): \(answer.status) \(answer.body)")
    return try JSON(parsing: Array(answer.body.utf8), limits: JSONLimits(maximumBytes: 1 << 20))
  }

  /// Waits until a subject shows something.
  /// - Parameter path: what is read of it, such as `/explanation`.
  func becomes(_ subject: String, _ what: String, path: String = "", _ isSo: (JSON) -> Bool) async throws {
    var shown = JSON.null
    let became = try await eventually(within: .seconds(60), every: .milliseconds(200)) {
      shown = try await self.read("/v1/subjects/\(subject)\(path)")
      return isSo(shown)
    }
    try #require(became, "not \(what): \(shown)\n\(scoring.lastWords)")
    try await city.rest(scoring)
  }

  /// What the events on a topic say of a subject, in the order of the log.
  func told(_ topic: Topic, about subject: String) async throws -> [CloudEvent] {
    try await city.events(topic).filter { $0.subject == subject }
  }

  private func token(_ role: String) async throws -> String {
    if let known = tokens.withLock({ $0[role] }) { return known }
    let token = try await city.token(role, region: region)
    tokens.withLock { $0[role] = token }
    return token
  }
}

extension JSON {
  /// The score of a subject as it is written.
  var score: String? {
    if case .number(let text)? = self["score"] { text } else { nil }
  }
}
