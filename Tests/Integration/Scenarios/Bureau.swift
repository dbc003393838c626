import Contracts
import Foundation
import Kafka
import Support
import Synchronization
import Testing

/// A city's bureau at work in injected time: services as built, hotlines on Kafka, staff over HTTP.
final class Bureau: Sendable {
  let city: City
  let petitions: ServiceProcess
  private let services: [ServiceProcess]
  private let tokens = Mutex<[String: String]>([:])

  /// - Parameters:
  ///   - clock: where the business clock stands at first, such as `2024-02-15T01:30:00Z`.
  ///   - others: the services that join `petitions`.
  static func with(
    clock: String, others: [String], _ body: (Bureau) async throws -> Void
  ) async throws {
    try await City.with(clock: clock) { city in
      var services = [try city.start()]
      for other in others { services.append(try await city.join(other)) }
      for service in services { try #require(try await service.becomesReady(), "\(service.lastWords)") }
      try await body(Bureau(city: city, services: services))
    }
  }

  private init(city: City, services: [ServiceProcess]) {
    self.city = city
    self.petitions = services[0]
    self.services = services
  }

  /// Moves every service's business clock, and waits until all have come to rest.
  func advance(to instant: String) async throws {
    for service in services { try await city.advance(service, to: instant) }
    try await rest()
  }

  /// Waits until nothing is left to do; what one service tells makes work for another.
  func rest() async throws {
    for _ in 0..<3 { for service in services { try await city.rest(service) } }
  }

  /// A complaint on Kafka; returns the receipt.
  func submit(_ complaint: JSON, source: String) async throws -> JSON {
    let externalId = try #require(complaint["externalId"]?.string)
    let event: JSON = [
      "specversion": "1.0", "id": .string(UUID().lowercased), "source": .string(source),
      "type": "ecoredress.complaint.submitted.v1", "data": complaint,
    ]
    try await city.topics.write([
      KafkaRecord(
        topic: city.topics.prefix + "complaints", key: Array(externalId.utf8), value: event.bytes)
    ])
    var receipt: JSON?
    let came = try await eventually(within: .seconds(60), every: .milliseconds(200)) {
      receipt = try await self.told(.complaintReceipts).first { $0["externalId"]?.string == externalId }
      return receipt != nil
    }
    try #require(came, "no receipt: \(petitions.lastWords)")
    return try #require(receipt)
  }

  /// A step of staff; it must be taken.
  @discardableResult
  func take(_ step: String, _ body: JSON, on petition: String, as role: String) async throws -> JSON {
    let answer = try await ask(step, body, on: petition, as: role)
    try #require(answer.status == 200, "\(step): \(answer.status) \(answer.body)")
    return answer.body
  }

  /// A step of staff, whatever is answered.
  func ask(_ step: String, _ body: JSON, on petition: String, as role: String) async throws -> (status: Int, body: JSON)
  {
    try await send("/v1/petitions/\(petition)/\(step)", body, as: role)
  }

  /// The case as staff see it.
  func detail(_ petition: String) async throws -> JSON {
    try await read("/v1/petitions/\(petition)")
  }

  /// Waits until the case shows something.
  func becomes(_ petition: String, _ what: String, _ isSo: (JSON) -> Bool) async throws {
    var shown = JSON.null
    let became = try await eventually(within: .seconds(30), every: .milliseconds(200)) {
      shown = try await self.detail(petition)
      return isSo(shown)
    }
    try #require(became, "not \(what): \(shown)\n\(services.map(\.lastWords).joined(separator: "\n"))")
  }

  /// What the events on a topic say, in the order of the log.
  func told(_ topic: Topic) async throws -> [JSON] {
    try await city.events(topic).map { event in
      try JSON(parsing: event.data ?? [], limits: JSONLimits(maximumBytes: 1 << 20))
    }
  }

  /// The types of a petition's events, in order, without `ecoredress.petition.` and the version.
  func course(of petition: String) async throws -> [String] {
    try await city.events(.petitions).filter { $0.subject == petition }.map { event in
      String(event.type.family.dropFirst("ecoredress.petition.".count))
    }
  }

  /// What staff read at a path; it must be there.
  func read(_ path: String, as role: String = "clerk") async throws -> JSON {
    let answer = try #require(await petitions.get(path, token: try await token(role)), "\(petitions.lastWords)")
    try #require(answer.status == 200, "\(path): \(answer.status) \(answer.body)")
    return try JSON(parsing: Array(answer.body.utf8), limits: JSONLimits(maximumBytes: 1 << 20))
  }

  /// What staff send to a path, whatever is answered.
  func send(_ path: String, _ body: JSON, as role: String = "clerk") async throws -> (status: Int, body: JSON) {
    let text = String(decoding: body.bytes, as: UTF8.self)
    let answer = try #require(
      await petitions.post(path, text, token: try await token(role)), "\(petitions.lastWords)")
    return (answer.status, try JSON(parsing: Array(answer.body.utf8), limits: JSONLimits(maximumBytes: 1 << 20)))
  }

  private func token(_ role: String) async throws -> String {
    if let known = tokens.withLock({ $0[role] }) { return known }
    let token = try await city.token(role)
    tokens.withLock { $0[role] = token }
    return token
  }
}
