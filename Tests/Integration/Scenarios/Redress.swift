import Contracts
import Foundation
import Kafka
import Support
import Synchronization
import Testing

/// A city's compensation at work in injected time: the service as built, enforcement and banks on Kafka, staff over HTTP.
final class Redress: Sendable {
  let city: City
  let compensation: ServiceProcess
  /// The prefecture whose staff act.
  let region: String
  private let tokens = Mutex<[String: String]>([:])

  /// - Parameters:
  ///   - clock: where the business clock stands at first.
  ///   - profile: the city whose rules are applied.
  ///   - region: the prefecture's code.
  ///   - rules: the folder of the rule packs; nil for the project's.
  static func with(
    clock: String, profile: String, region: String, rules: String? = nil, _ body: (Redress) async throws -> Void
  ) async throws {
    try await City.with(clock: clock, profile: profile, rules: rules) { city in
      let service = try await city.join("compensation")
      try #require(try await service.becomesReady(), "\(service.lastWords)")
      try await body(Redress(city: city, compensation: service, region: region))
    }
  }

  private init(city: City, compensation: ServiceProcess, region: String) {
    self.city = city
    self.compensation = compensation
    self.region = region
  }

  /// Moves the business clock, and waits until the service has come to rest.
  func advance(to instant: String) async throws { try await city.advance(compensation, to: instant) }

  /// What an outside system tells on its topic, until the service has taken it.
  func tell(_ payload: some EventPayload, on topic: Topic, source: String) async throws {
    try await tell(all: [payload], on: topic, source: source)
  }

  /// The same of many at once.
  func tell(all payloads: [any EventPayload], on topic: Topic, source: String) async throws {
    let name = city.topics.prefix + topic.name
    try await city.topics.write(
      payloads.map { payload in
        let event: JSON = [
          "specversion": "1.0", "id": .string(UUID().lowercased), "source": .string(source),
          "type": .string(type(of: payload).type.rawValue), "data": payload.json,
        ]
        return KafkaRecord(topic: name, key: Array(payload.recordKey.utf8), value: event.bytes)
      })
    try await city.rest(compensation)
  }

  /// The first case that a list shows.
  func find(_ query: String) async throws -> JSON {
    var found: JSON?
    let came = try await eventually(within: .seconds(60), every: .milliseconds(200)) {
      found = try await self.read("/v1/cases?\(query)")["cases"]?.array?.first
      return found != nil
    }
    try #require(came, "no case: \(compensation.lastWords)")
    return try #require(found)
  }

  /// A step of staff; it must be taken.
  @discardableResult
  func take(_ step: String, _ body: JSON = [:], on id: String, as role: String = "leader") async throws -> JSON {
    let answer = try await send("/v1/cases/\(id)/\(step)", body, as: role)
    try #require(answer.status == 200, "\(step): \(answer.status) \(answer.body)")
    return answer.body
  }

  /// What staff send to a path, whatever is answered.
  func send(_ path: String, _ body: JSON, as role: String = "leader") async throws -> (status: Int, body: JSON) {
    let text = String(decoding: body.bytes, as: UTF8.self)
    let answer = try #require(
      await compensation.post(path, text, token: try await token(role)), "\(compensation.lastWords)")
    return (answer.status, try JSON(parsing: Array(answer.body.utf8), limits: JSONLimits(maximumBytes: 1 << 20)))
  }

  /// What staff read at a path; it must be there.
  func read(_ path: String, as role: String = "leader") async throws -> JSON {
    let answer = try #require(
      await compensation.get(path, token: try await token(role)), "\(compensation.lastWords)")
    try #require(answer.status == 200, "\(path): \(answer.status) \(answer.body)")
    return try JSON(parsing: Array(answer.body.utf8), limits: JSONLimits(maximumBytes: 1 << 20))
  }

  /// What staff read at a path as a table.
  func text(_ path: String, as role: String = "leader") async throws -> String {
    let answer = try #require(
      await compensation.get(path, token: try await token(role)), "\(compensation.lastWords)")
    try #require(answer.status == 200, "\(path): \(answer.status) \(answer.body)")
    return answer.body
  }

  /// The events of a case on the topic, in order: type without `ecoredress.` and version, and data.
  func course(of id: String) async throws -> [(type: String, data: JSON)] {
    try await city.rest(compensation)
    return try await city.events(.compensations).filter { $0.subject == id }.map { event in
      let data = try JSON(parsing: event.data ?? [], limits: JSONLimits(maximumBytes: 1 << 20))
      return (String(event.type.family.dropFirst("ecoredress.".count)), data)
    }
  }

  private func token(_ role: String) async throws -> String {
    if let known = tokens.withLock({ $0[role] }) { return known }
    let token = try await city.token(role, region: region)
    tokens.withLock { $0[role] = token }
    return token
  }
}
