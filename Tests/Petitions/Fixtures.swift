import Civics
import Contracts
import FoundationEssentials
import Kafka
import Messaging
import ServiceKit

@testable import Petitions

/// Complaints, rules and instants of the worked cases.
enum Fixtures {
  /// The rule packs of the project, as a bureau loads them.
  static let packs: [RulePack] = {
    let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "deploy/rules")
    return ["national.yaml", "jiujiang.yaml", "zhangzhou.yaml", "lintong.yaml"].compactMap { name in
      guard let data = try? Data(contentsOf: rules.appending(path: name)) else { return nil }
      return try? RulePack(yaml: String(decoding: data, as: UTF8.self), file: name)
    }
  }()

  static func ruleBook(_ profile: String = "jiujiang", calendar: WorkingCalendar = .builtIn) throws -> RuleBook {
    try RuleBook(profile: profile, packs: packs, calendar: calendar)
  }

  static func rules(
    at instant: Date, of profile: String = "jiujiang", calendar: WorkingCalendar = .builtIn
  ) throws -> PetitionRules {
    let book = try ruleBook(profile, calendar: calendar)
    return PetitionRules(try book.rules(at: instant), calendar: book.calendar)
  }

  /// An instant in Shanghai.
  static func instant(_ year: Int, _ month: Int, _ day: Int, hour: Int = 9) throws -> Date {
    guard let day = CivilDate(year: year, month: month, day: day) else { throw MissingFixture() }
    return ShanghaiTime.instant(day, hour: hour)
  }

  struct MissingFixture: Error {}

  static let holder = Reporter(name: "侯先生", phone: "138 0013 8000", email: "Hou@example.com")

  /// A complaint as E2E-2 has it: sand washing at a cement-products firm without a code.
  static func complaint(
    _ externalId: String = "JJ-2024-0001", channel: IntakeChannel = .postalBox, region: String = "360482",
    content: String = "水泥制品厂非法洗砂,污水横流,打深坑排入地下。", uscc: String? = nil, reporter: Reporter? = holder,
    wantsReply: Bool? = nil
  ) -> ComplaintSubmitted {
    ComplaintSubmitted(
      externalId: externalId, channel: channel, region: region, category: .water, content: content,
      subject: ComplaintSubject(uscc: uscc, siteName: "某水泥制品厂"), reporter: reporter, wantsReply: wantsReply)
  }

  /// A petition as it stands after receipt.
  static func petition(
    received: Date, region: String = "360482", channel: IntakeChannel = .postalBox,
    reach: Reach = .channels([.sms]), rules: PetitionRules? = nil
  ) throws -> Petition {
    let rules = try rules ?? Fixtures.rules(at: received)
    let clocks = try rules.intakeClocks(from: received)
    let code = try RegionCode(region)
    let id = EventIdentity.petition(source: "/hotline/12369", externalId: "JJ-2024-0001")
    var petition = Petition(
      id: id, entry: 1, number: PetitionNumber(id: id, region: code, received: ShanghaiTime.day(of: received)).text,
      source: "/hotline/12369", externalId: "JJ-2024-0001",
      correlation: EventIdentity.cause(source: "/hotline/12369", id: "e-1"), region: region, channel: channel,
      category: .water, subjectKey: nil, isSecret: false, reach: reach, receivedAt: received,
      suggestedUnit: "eco-\(region)", status: .received, sequence: 1, supplements: 0,
      acceptance: Deadline(basis: clocks.acceptance, start: received), conclusion: nil,
      clocks: clocks.clocks(of: channel, from: received), file: CaseFile(), updatedAt: received)
    petition.openFirstContact()
    return petition
  }

  /// A record as a hotline sends it, in binary mode.
  static func record(
    _ complaint: ComplaintSubmitted, id: String = "e-1", source: String = "/hotline/12369", offset: Int64 = 0,
    type: String = "ecoredress.complaint.submitted.v1"
  ) -> KafkaMessage {
    record(value: complaint.json.bytes, id: id, source: source, offset: offset, type: type)
  }

  static func record(
    value: [UInt8]?, id: String = "e-1", source: String = "/hotline/12369", offset: Int64 = 0,
    type: String = "ecoredress.complaint.submitted.v1"
  ) -> KafkaMessage {
    KafkaMessage(
      topic: "ecoredress.complaints", partition: 0, offset: offset, value: value,
      headers: [
        KafkaHeader("ce_specversion", Array("1.0".utf8)), KafkaHeader("ce_id", Array(id.utf8)),
        KafkaHeader("ce_source", Array(source.utf8)), KafkaHeader("ce_type", Array(type.utf8)),
        KafkaHeader("content-type", Array("application/json".utf8)),
      ])
  }
}
