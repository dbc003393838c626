import Contracts
import Foundation
import Support
import Testing

/// Letters, records, checks and rewards over HTTP: who may do what, and what is said of bad input.
@Suite("The bureau's desk over HTTP", .serialized)
struct BureauDeskTests {
  /// One running service and a token for each who acts.
  private struct Desk {
    let service: ServiceProcess
    let city: City

    func post(_ path: String, _ body: String, _ role: String, region: String = "360400") async throws -> (Int, JSON) {
      let token = try await city.token(role, region: region)
      return try read(await service.post(path, body, token: token))
    }

    func get(_ path: String, _ role: String, region: String = "360400") async throws -> (Int, JSON) {
      try read(await service.get(path, token: try await city.token(role, region: region)))
    }

    private func read(_ answer: (status: Int, body: String)?) throws -> (Int, JSON) {
      let answer = try #require(answer, "\(service.lastWords)")
      return (answer.status, (try? JSON(parsing: Array(answer.body.utf8))) ?? .null)
    }
  }

  @Test("each step of the desk is its role's, in its region, with every bad field named")
  func desk() async throws {
    try await City.with(clock: "2024-01-20T01:00:00Z") { city in
      let service = try city.start()
      try #require(try await service.becomesReady(), "\(service.lastWords)")
      let desk = Desk(service: service, city: city)
      try await letters(desk)
      try await records(desk)
      try await checks(desk)
      try await rewards(desk)
    }
  }

  private func letters(_ desk: Desk) async throws {
    let path = "/v1/reminder-letters"
    let body = #"{"toRegion":"360482","findings":[{"summary":"侯先生13800138000反映的问题未整改。"}]}"#
    #expect(try await desk.post(path, body, "clerk").0 == 403)
    #expect(try await desk.post(path, body, "leader", region: "360482").0 == 403, "a county does not write to itself")
    for (bad, field) in [
      (#"{"findings":[{"summary":"x"}]}"#, "body.toRegion"), (#"{"toRegion":"360482","findings":[]}"#, "body.findings"),
      (#"{"toRegion":"360400","findings":[{"summary":"x"}]}"#, "body.toRegion"),
      (#"{"toRegion":"360482","findings":[{"summary":" "}]}"#, "body.findings[0].summary"),
      (
        #"{"toRegion":"360482","findings":[{"summary":"x","petitionId":"5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21"}]}"#,
        "body.findings[0].petitionId"
      ),
    ] {
      let (status, problem) = try await desk.post(path, bad, "leader")
      #expect(status == 422 && problem["field"]?.string == field, "\(bad): \(status) \(problem)")
    }
    let (created, letter) = try await desk.post(path, body, "leader")
    let id = try #require(letter["letterId"]?.string)
    let words = letter["file"]?["findings"]?.array?.first?["summary"]?.string ?? ""
    #expect(created == 201 && !words.contains("13800138000"), "what leaves is masked: \(words)")
    #expect(try await desk.post("\(path)/\(id)/acknowledge", "{}", "handler", region: "360482").0 == 409)
    #expect(try await desk.post("\(path)/\(id)/issue", "{}", "clerk").0 == 403)
    let (issued, signed) = try await desk.post("\(path)/\(id)/issue", "{}", "leader")
    #expect(issued == 200 && signed["letterNumber"]?.string == "提示函〔2024〕360400-1号")
    let (own, problem) = try await desk.post("\(path)/\(id)/acknowledge", "{}", "leader")
    #expect(own == 403 && problem["code"]?.string == "letter-not-addressed")
    #expect(try await desk.post("\(path)/\(id)/acknowledge", "{}", "handler", region: "360425").0 == 403)
    #expect(try await desk.post("\(path)/\(id)/acknowledge", "{}", "handler", region: "360482").0 == 200)
    let short = #"{"rectified":true,"searched":1,"likeProblems":2,"summary":"x"}"#
    #expect(
      try await desk.post("\(path)/\(id)/answer", short, "handler", region: "360482").1["field"]?.string
        == "body.likeProblems")
    let answer = #"{"rectified":true,"searched":5,"likeProblems":2,"summary":"已整改。"}"#
    #expect(try await desk.post("\(path)/\(id)/answer", answer, "handler", region: "360482").0 == 200)
    #expect(
      try await desk.post("\(path)/\(id)/review", #"{"accepted":false}"#, "leader").1["field"]?.string == "body.reason")
    #expect(
      try await desk.post("\(path)/\(id)/review", #"{"accepted":true}"#, "leader").1["status"]?.string == "closed")
    #expect(try await desk.post("\(path)/\(id)/burn", "{}", "leader").0 == 404)
    #expect(try await desk.get("\(path)?status=closed", "clerk", region: "360482").1["letters"]?.array?.count == 1)
    #expect(try await desk.get(path, "clerk", region: "360425").1["letters"]?.array?.count == 0)
    #expect(try await desk.get("\(path)/\(id)", "clerk", region: "360425").0 == 403)
    #expect(try await desk.get("\(path)?status=lost", "clerk").0 == 422)
  }

  private func records(_ desk: Desk) async throws {
    let path = "/v1/staff-records"
    let id = "7d444840-9dc0-51d1-b245-5ffdce74fad2"
    let body = #"{"id":"\#(id)","kind":"dispute","day":"2024-01-19","region":"360482"}"#
    #expect(try await desk.post(path, body, "auditor").0 == 403)
    #expect(try await desk.post(path, body, "clerk", region: "360425").0 == 403)
    #expect(try await desk.post(path, body, "clerk").0 == 201)
    #expect(try await desk.post(path, body, "clerk").0 == 200, "sent again, it is the same record")
    for (bad, field) in [
      (#"{"kind":"riot","day":"2024-01-19","region":"360482"}"#, "body.kind"),
      (#"{"kind":"dispute","day":"2024-01-32","region":"360482"}"#, "body.day"),
      (#"{"kind":"dispute","day":"2024-01-19","region":"36"}"#, "body.region"),
      (#"{"kind":"screening","day":"2024-01-19","region":"360482","searched":1}"#, "body.found"),
      (#"{"kind":"screening","day":"2024-01-19","region":"360482","searched":-1,"found":0}"#, "body.searched"),
    ] {
      #expect(try await desk.post(path, bad, "clerk").1["field"]?.string == field, "\(bad)")
    }
    #expect(try await desk.post("\(path)/\(id)/withdraw", #"{"reason":"误录"}"#, "clerk").0 == 403)
    #expect(try await desk.post("\(path)/\(id)/withdraw", #"{"reason":" "}"#, "leader").0 == 422)
    #expect(try await desk.post("\(path)/\(id)/withdraw", #"{"reason":"误录"}"#, "leader").0 == 200)
    let figures = try await desk.get("/v1/figures?period=2024-01", "auditor").1["total"]?.array
    #expect(figures?.first { $0["code"]?.string == "DISPUTES" }?["now"]?["numerator"]?.integer == 0)
    #expect(figures?.first { $0["code"]?.string == "SCREENING" }?["now"]?["numerator"]?.integer == 2)
  }

  private func checks(_ desk: Desk) async throws {
    let checks = try await desk.get("/v1/monthly-checks", "agency").1["checks"]?.array ?? []
    let id = try #require(checks.first?["checkId"]?.string)
    #expect(checks.count == 1 && checks.first?["seed"] == nil && checks.first?["commitment"]?.string?.utf8.count == 64)
    #expect(try await desk.get("/v1/monthly-checks/\(id)/pool", "agency").0 == 404)
    #expect(try await desk.get("/v1/monthly-checks/\(id)", "agency", region: "321100").0 == 403)
    try await desk.city.advance(desk.service, to: "2024-02-02T01:00:00Z")
    let (status, drawn) = try await desk.get("/v1/monthly-checks/\(id)", "agency")
    #expect(status == 200 && drawn["status"]?.string == "completed" && drawn["seed"]?.string?.utf8.count == 64)
    let inspection = #"{"petitionId":"\#(id)","passed":true,"unit":"eco-360400"}"#
    let path = "/v1/monthly-checks/\(id)/inspections"
    #expect(try await desk.post(path, inspection, "agency").0 == 403)
    #expect(try await desk.post(path, inspection, "handler").1["code"]?.string == "petition-not-drawn")
    let digests = try await desk.get("/v1/digests?day=2024-02-01", "clerk", region: "360482").1["digests"]?.array
    #expect(digests?.count == 1 && digests?.first?["unit"]?.string == "eco-360482")
    #expect(try await desk.get("/v1/digests?day=tomorrow", "clerk").0 == 422)
  }

  private func rewards(_ desk: Desk) async throws {
    let complaint = #"{"externalId":"1","channel":"EMAIL","region":"360482","category":"water","content":"污水横流。"}"#
    let (_, answer) = try await desk.post("/v1/petitions", complaint, "clerk")
    let id = try #require(answer["petitionId"]?.string, "\(answer)")
    let body = #"{"items":[],"realName":true,"targetClear":true,"knownBefore":false}"#
    #expect(try await desk.post("/v1/petitions/\(id)/reward", body, "handler").0 == 403)
    #expect(try await desk.post("/v1/petitions/\(id)/reward", body, "leader", region: "360425").0 == 403)
    #expect(try await desk.post("/v1/petitions/\(id)/reward", "{}", "leader").1["field"]?.string == "body.realName")
    let (status, refused) = try await desk.post("/v1/petitions/\(id)/reward", body, "leader")
    #expect(status == 201 && refused["refusal"]?.string == "not-verified" && refused["status"]?.string == "refused")
    let reward = try #require(refused["rewardId"]?.string)
    #expect(try await desk.post("/v1/rewards/\(reward)/claim", "{}", "finance").1["code"]?.string == "reward-not-open")
    #expect(try await desk.get("/v1/rewards?status=refused", "finance").1["rewards"]?.array?.count == 1)
    #expect(try await desk.get("/v1/rewards", "hotline").0 == 403)
  }
}
