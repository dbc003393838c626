import Contracts
import Foundation
import Support
import Testing

/// The sand washing of Gongqingcheng: a letter about a workshop without licence and so without a code, handed to the county,
/// checked by the city, and a clue to damage of the ground water.
@Suite("E2E-2: illegal sand washing in Gongqingcheng", .serialized)
struct GongqingchengTests {
  private let complaint: JSON = [
    "externalId": "GQ-2023-0605", "channel": "POSTAL_BOX", "region": "360482", "category": "water",
    "content": "水泥制品厂违规洗砂,污水直排厂内深坑,渗入地下,附近井水变浑。", "location": "共青城市某村",
    "occurredAt": "2023-06-01T00:00:00Z", "subject": ["siteName": "某水泥制品厂"],
    "reporter": ["name": "侯先生", "phone": "13870209002"],
  ]

  @Test("from a letter by transfer, objection and re-check to the file and a compensation clue, each on its day")
  func sandWashing() async throws {
    try await Bureau.with(clock: "2023-06-05T01:00:00Z", others: ["notifications", "compensation"]) { bureau in
      let receipt = try await bureau.submit(complaint, source: "/hotline/12369-postal-box")
      #expect(receipt["dueDates"]?.array?.first?["due"]?.string == "2023-06-20T16:00:00Z")
      let petition = try #require(receipt["petitionId"]?.string)
      try await bureau.becomes(petition, "told of receipt") { $0["contacts"]?.integer == 1 }

      try await bureau.advance(to: "2023-06-06T01:00:00Z")
      try await bureau.take("accept", ["procedure": "enforcement"], on: petition, as: "clerk")
      let due = try await bureau.detail(petition)["nextDue"]?["due"]?.string
      // Sixty days from 6 June end on Saturday 5 August, so on Monday the 7th.
      #expect(due == "2023-08-07T16:00:00Z")
      try await bureau.becomes(petition, "told of acceptance") { $0["contacts"]?.integer == 2 }

      // Handed to the wrong county first: it objects on the last day, over the dragon-boat festival.
      try await bureau.advance(to: "2023-06-16T01:00:00Z")
      try await bureau.take(
        "transfer", ["to": "eco-360402", "toRegion": "360402", "supervised": true], on: petition, as: "clerk")
      try await bureau.advance(to: "2023-06-26T15:00:00Z")
      try await bureau.take("object", ["reason": "wrong-place"], on: petition, as: "supervisor")
      try await bureau.take("decide-objection", ["upheld": true], on: petition, as: "supervisor")
      try await bureau.take(
        "transfer", ["to": "共青城生态环境局", "toRegion": "360482", "supervised": true], on: petition, as: "clerk")
      let moved = try await bureau.detail(petition)
      let clocks = moved["deadlines"]?.array ?? []
      #expect(clocks.first { $0["kind"]?.string == "conclusion" }?["due"]?.string == due, "no transfer resets it")
      #expect(moved["unit"]?.string == "共青城生态环境局" && moved["supervision"]?.string == "ordinary")

      try await bureau.advance(to: "2023-06-27T01:00:00Z")
      try await bureau.take("take-over", [:], on: petition, as: "handler")
      try await bureau.becomes(petition, "told who took over") { shown in
        shown["file"]?["notices"]?.array?.contains { $0["outcome"]?.string == "delivered" } == true
      }
      try await bureau.take("investigate", ["onSite": true], on: petition, as: "handler")
      try await bureau.advance(to: "2023-06-30T01:00:00Z")
      let finding: JSON = [
        "siteName": "某水泥制品厂", "factCodes": ["SANLUANWU", "DUST_UNCONTROLLED"], "factAt": "2023-06-29T00:00:00Z",
        "damageSuspected": true, "category": "water",
      ]
      try await bureau.take(
        "handle",
        [
          "outcome": "measures-ordered", "measures": ["PRODUCTION_STOPPED", "VOLUNTARY_DISMANTLING"],
          "findings": [finding],
        ], on: petition, as: "handler")
      try await bureau.take("verify", ["verified": true], on: petition, as: "handler")
      try await bureau.becomes(petition, "linked to the compensation case") { $0["compensationCaseId"] != nil }
      try await bureau.take("conclude", ["verdict": "support"], on: petition, as: "handler")
      try await bureau.becomes(petition, "told of the answer") { $0["contacts"]?.integer == 3 }

      try await bureau.advance(to: "2023-07-14T01:00:00Z")
      let own: JSON = ["passed": true, "unit": "共青城生态环境局"]
      #expect(try await bureau.ask("re-check", own, on: petition, as: "supervisor").status == 422)
      try await bureau.take("re-check", ["passed": true, "unit": "九江市生态环境局"], on: petition, as: "supervisor")
      try await bureau.take("call-back", ["reached": true, "satisfied": true], on: petition, as: "clerk")
      try await bureau.take(
        "publish", ["published": true, "summary": "一水泥制品加工点无证照生产,已自行拆除。"], on: petition, as: "leader")
      try await bureau.take("archive", ["fileNumber": "GQ-1"], on: petition, as: "clerk")
      try await bureau.advance(to: "2023-12-01T00:00:00Z")
      try await check(bureau, petition)
    }
  }

  private func check(_ bureau: Bureau, _ petition: String) async throws {
    let course = try await bureau.course(of: petition)
    #expect(
      course.filter { !["contacted", "notified"].contains($0) } == [
        "received", "accepted", "transferred", "objected", "objection-decided", "supervision-lifted", "transferred",
        "taken-over", "investigated", "handled", "verified", "concluded", "rechecked", "called-back", "published",
        "supervision-lifted", "archived",
      ])
    #expect(course.filter { $0 == "contacted" }.count == 3 && course.filter { $0 == "notified" }.count == 1)
    let verified = try #require(try await bureau.told(.petitions).first { $0["factCodes"] != nil })
    #expect(verified["subjectKey"]?.string == "site:360482:某水泥制品厂" && verified["damageSuspected"]?.bool == true)
    let clue = try #require(try await bureau.told(.compensations).first { $0["petitionId"]?.string == petition })
    #expect(clue["subjectKey"]?.string == "site:360482:某水泥制品厂")
    let numbers = try await bureau.city.events(.petitions).filter { $0.subject == petition }.compactMap(\.sequence)
    #expect(numbers == Array(1...numbers.count).map { Int64($0) })
    for topic in [
      Topic.petitions, .petitionStates, .complaintReceipts, .petitionerMessages, .notifications, .compensations,
    ] {
      for event in try await bureau.city.events(topic) {
        let text = String(decoding: event.data ?? [], as: UTF8.self)
        #expect(!["侯先生", "13870209002", "深坑"].contains { text.contains($0) }, "\(event.type) tells who complained")
      }
    }
  }
}
