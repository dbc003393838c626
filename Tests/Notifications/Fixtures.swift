import Civics
import Contracts
import FoundationEssentials
import Messaging
import Sealing
import ServiceKit

@testable import Notifications

/// Events, rules and people of the tests.
enum Fixtures {
  static func ruleBook() throws -> RuleBook { try NoticeFixtures.ruleBook("national") }

  static func renderer() throws -> MessageRenderer {
    let book = try NoticeFixtures.book("national")
    return MessageRenderer { book }
  }

  /// Three attempts, half a second for an answer. The waits are long: tests that go on do so by `hurry()`.
  static let policy = DeliveryPolicy(
    schedule: RetrySchedule(waits: [.seconds(60), .seconds(60)]), timeout: .milliseconds(500),
    disableAfter: .seconds(3600))

  static let messagePolicy = MessagePolicy(
    schedule: policy.schedule, beforeNext: RetrySchedule(waits: [.seconds(60)]),
    escalation: [.seconds(1800), .seconds(7200)], handAttempts: 2, handHold: .seconds(1800),
    petitionerOrder: [.sms, .phone, .email, .letter])

  /// What no table, event or log may hold.
  static let secrets = ["侯先生", "13800138000", "hou@example.com", "K7M2Q9XD", "莲花路8号"]

  static func contact() -> JSON {
    [
      "name": .string(secrets[0]), "phone": .string(secrets[1]), "email": .string(secrets[2]),
      "queryCode": .string(secrets[3]), "address": .string(secrets[4]),
    ]
  }

  static let petition = EventIdentity.petition(source: "/hotline/12369", externalId: "JJ-1")

  /// A message to a petitioner, as it waits.
  static func message(
    contact: Int = 1, petition: UUID = petition, channels: [ContactChannel] = [.sms], template: String? = nil,
    parameters: [String: String] = ["petitionNumber": "360482-24-000017", "due": "2024-03-01T16:00:00Z"],
    sealed: [UInt8], expiresAt: Date? = nil
  ) -> MessageDraft {
    let templates = ["petition-received", "petition-accepted", "petition-concluded"]
    var draft = MessageDraft(
      id: EventIdentity.uuidV5(namespace: petition, parts: "message", String(contact)),
      subject: petition.lowercased, audience: .petitioner, template: template ?? templates[contact - 1],
      channels: channels, region: "360482", cause: Cause(id: "cause-\(contact)", correlation: "complaint-1"))
    draft.petitionId = petition
    draft.contact = contact
    draft.sealed = sealed
    for (name, value) in parameters { draft.words.set(name, value) }
    draft.expiresAt = expiresAt
    draft.urgency = .legal
    return draft
  }

  /// A message to somebody in the addressee book.
  static func note(
    _ cause: String = "n-1", to addressee: String = "uscc:91360482MA35XXXXX1", audience: MessageAudience = .enterprise,
    channels: [ContactChannel] = [.inbox], subject: String? = nil
  ) -> MessageDraft {
    var draft = MessageDraft(
      id: MessageDraft.id(cause: cause, template: "petition-received", addressee: addressee),
      subject: subject ?? addressee, audience: audience, template: "petition-received", channels: channels,
      region: "360482", cause: Cause(id: cause, correlation: "root-1"))
    draft.addressee = addressee
    draft.words.set("petitionNumber", "360482-24-000017")
    return draft
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
