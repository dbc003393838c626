import Contracts
import Foundation
import Support
import Testing

/// A project in Yongxiu puts its soil heap over the boundary and breaks the town's sewage pipes and plant; people complain
/// again and again, the case becomes backlog, and a leader goes to the scene.
@Suite("E2E-3: a soil heap in Yongxiu", .serialized)
struct YongxiuTests {
  private static let telephone = "13807920001"

  private func complaint(_ externalId: String, channel: String, on day: String) -> JSON {
    [
      "externalId": .string(externalId), "channel": .string(channel), "region": "360425", "category": "water",
      "content": .string("\(day) 土堆又压坏了镇里的污水管,污水流到田里。"), "occurredAt": .string("\(day)T00:10:00Z"),
      "subject": ["siteName": "永修某安置房项目"], "reporter": ["name": "熊先生", "phone": .string(Self.telephone)],
    ]
  }

  /// Eight people come together; the one who telephoned speaks for them, with four others.
  private var visit: JSON {
    var visit = complaint("V-1", channel: "VISIT", on: "2023-10-09").object ?? JSONObject()
    visit["reporter"] = nil
    let others = (1...4).map { JSON.object(["name": .string("代表\($0)")]) }
    visit["visit"] = [
      "visitors": 8, "representatives": .array([["name": "熊先生", "phone": .string(Self.telephone)]] + others),
    ]
    return .object(visit)
  }

  @Test("three petitions on one matter: backlog, a named leader on site, and one answer for all of them")
  func soilHeap() async throws {
    try await Bureau.with(clock: "2023-09-04T01:00:00Z", others: ["notifications"]) { bureau in
      let first = try await petition(
        try await bureau.submit(complaint("H-1", channel: "HOTLINE_12369", on: "2023-09-04"), source: "/hotline/12369"))
      try await bureau.take("accept", [:], on: first, as: "clerk")
      try await bureau.advance(to: "2023-09-18T01:00:00Z")
      let second = try await petition(
        try await bureau.submit(complaint("H-2", channel: "POSTAL_BOX", on: "2023-09-18"), source: "/hotline/12369"))
      try await bureau.advance(to: "2023-10-09T01:00:00Z")
      let answer = try await bureau.send("/v1/petitions", visit)
      #expect(answer.status == 201 && answer.body["notices"] == nil)
      let third = try await petition(answer.body)
      try await bureau.rest()

      try await backlog(bureau, first, [second, third])
      try await leader(bureau, first)
      try await together(bureau, first, [second, third])
      try await told(bureau, first, [second, third])
    }
  }

  private func petition(_ answer: JSON) async throws -> String {
    #expect(answer["status"]?.string == "registered")
    return try #require(answer["petitionId"]?.string)
  }

  private func backlog(_ bureau: Bureau, _ first: String, _ others: [String]) async throws {
    for other in others {
      let back = try await bureau.read("/v1/petitions/\(other)/relations")["relations"]?.array ?? []
      #expect(back.contains { $0["petitionId"]?.string == first })
      #expect(back.allSatisfy { $0["reasons"]?.array?.compactMap(\.string) == ["same-person", "same-site"] })
    }
    let forth = try await bureau.read("/v1/petitions/\(first)/relations")["relations"]?.array ?? []
    #expect(forth.isEmpty == false)
    let list = try await bureau.read("/v1/backlog?region=360425")["petitions"]?.array ?? []
    #expect(list.compactMap { $0["petitionId"]?.string } == [first])
    #expect(list.first?["repeats"]?.integer == 3 && list.first?["backlog"]?.bool == true)
    #expect(list.first?["missing"]?.array?.count == 2)
  }

  private func leader(_ bureau: Bureau, _ first: String) async throws {
    try await bureau.take(
      "name-leader", ["leader": "li.li", "post": "支队长", "unit": "brigade-360400", "dueDay": "2023-10-31"], on: first,
      as: "leader")
    try await bureau.take(
      "visit-site", ["outcome": "measures-agreed", "metPetitioner": true], on: first, as: "leader")
    let backlog = try await bureau.detail(first)["file"]?["matter"]?["backlog"]
    #expect(backlog?["leader"]?["leader"]?.string == "li.li" && backlog?["visits"]?.array?.count == 1)
  }

  private func together(_ bureau: Bureau, _ first: String, _ others: [String]) async throws {
    for other in others {
      let merged = try await bureau.take(
        "merge", ["otherId": .string(first), "note": "同一土堆"], on: other, as: "supervisor")
      #expect(merged["status"]?.string == "merged")
      let apart = try await bureau.ask("assign", ["lead": "brigade"], on: other, as: "supervisor")
      #expect(apart.status == 409, "it is handled with its lead")
    }
    try await bureau.take("assign", ["lead": "brigade-360425", "assisting": ["housing"]], on: first, as: "clerk")
    try await bureau.take(
      "handle", ["outcome": "measures-ordered", "measures": ["SOIL_REMOVED", "PIPE_REPAIRED"]], on: first, as: "handler"
    )
    try await bureau.take("conclude", ["verdict": "support", "documentNumber": "2023-41"], on: first, as: "handler")
    for petition in [first] + others {
      try await bureau.becomes(petition, "told of the answer") { $0["contacts"]?.integer == 3 }
    }
    try await bureau.take("re-check", ["passed": true, "unit": "eco-360400"], on: first, as: "supervisor")
    try await bureau.take(
      "publish", ["published": true, "summary": "土堆已清运,污水管网已修复。"], on: first, as: "leader")
    try await bureau.take("call-back", ["reached": true, "satisfied": true], on: first, as: "clerk")
    for petition in [first] + others {
      try await bureau.take("archive", ["fileNumber": .string("2023-41")], on: petition, as: "clerk")
    }
    #expect(try await bureau.read("/v1/backlog")["petitions"]?.array?.isEmpty == true)
  }

  private func told(_ bureau: Bureau, _ first: String, _ others: [String]) async throws {
    try await bureau.rest()
    let events = try await bureau.city.events(.petitions)
    func told<Event: EventPayload>(_ type: Event.Type) -> [Event] { events.compactMap { try? $0.decode(type) } }
    let declared = told(PetitionBacklogDeclared.self)
    #expect(declared.map(\.petitionId.lowercased) == [first] && declared.first?.reason == .repeats)
    #expect(declared.first?.at == RFC3339.date(from: "2023-10-09T01:00:00Z"))
    #expect(told(PetitionLeaderNamed.self).map(\.leader) == ["li.li"])
    #expect(told(PetitionSiteVisited.self).map(\.visit) == [1])
    #expect(told(PetitionReceived.self).compactMap(\.visitors) == [8])
    let concluded = told(PetitionConcluded.self)
    #expect(Set(concluded.map(\.petitionId.lowercased)) == Set([first] + others))
    #expect(concluded.allSatisfy { $0.onTime && $0.verdict == .support })
    let statuses = try await bureau.city.events(.complaintStatuses).compactMap { event in
      try? event.decode(ComplaintStatusChanged.self)
    }
    #expect(statuses.last { $0.externalId == "H-1" }?.status == .archived)
    let second = statuses.filter { $0.externalId == "H-2" }
    #expect(second.first?.status == .received && second.first?.overdue == true, "nobody had decided in fifteen days")
    #expect(second.contains { $0.status == .merged && $0.mergedInto != nil } && second.last?.status == .archived)
    #expect(statuses.allSatisfy { $0.source == "/hotline/12369" }, "staff's own complaint has no hotline")
  }
}
