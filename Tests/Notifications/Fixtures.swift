import Civics
import Contracts
import FoundationEssentials
import Messaging
import Sealing
import ServiceKit

@testable import Notifications

/// Events, rules and people of the tests.
enum Fixtures {
  static func ruleBook() throws -> RuleBook {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "deploy/rules/national.yaml")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return try RuleBook(profile: "national", packs: [RulePack(yaml: text, file: "national.yaml")])
  }

  /// Three attempts, half a second for an answer. The waits are long: tests that go on do so by `hurry()`.
  static let policy = DeliveryPolicy(
    schedule: RetrySchedule(waits: [.seconds(60), .seconds(60)]), timeout: .milliseconds(500),
    disableAfter: .seconds(3600))

  /// What no table, event or log may hold.
  static let secrets = ["侯先生", "13800138000", "hou@example.com", "K7M2Q9XD", "莲花路8号"]

  static func contact() -> JSON {
    [
      "name": .string(secrets[0]), "phone": .string(secrets[1]), "email": .string(secrets[2]),
      "queryCode": .string(secrets[3]), "address": .string(secrets[4]),
    ]
  }

  static let petition = EventIdentity.petition(source: "/hotline/12369", externalId: "JJ-1")

  /// A request as it waits.
  static func message(
    contact: Int = 1, petition: UUID = petition, channels: [ContactChannel] = [.sms], template: String? = nil,
    parameters: [String: String] = ["petitionNumber": "360482-24-000017", "due": "2024-03-01T16:00:00Z"],
    sealed: [UInt8], expiresAt: Date? = nil
  ) -> MessageRow {
    let templates = ["petition-received", "petition-accepted", "petition-concluded"]
    return MessageRow(
      id: EventIdentity.uuidV5(namespace: petition, parts: "message", String(contact)), petitionId: petition,
      contact: contact, template: template ?? templates[contact - 1], channels: channels, parameters: parameters,
      region: "360482", expiresAt: expiresAt, sealed: sealed,
      cause: Cause(id: "cause-\(contact)", correlation: "complaint-1"))
  }

  static func event(
    _ id: String = "e-1", type: EventType = .colourChanged, subject: String = "uscc:91360482MA35XXXXX1",
    region: String = "360482", colour: Colour? = .red
  ) -> CloudEvent {
    var event = CloudEvent(
      id: id, source: "/ecoredress/scoring", type: type, subject: subject,
      time: Date(timeIntervalSince1970: 1_700_000_000),
      payload: .json(["number": .string(id)]))
    event.region = region
    event.colour = colour
    return event
  }
}
