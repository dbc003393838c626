import Contracts
import FoundationEssentials
import ServiceSupport

@testable import Compensation

/// A bureau's counter with experts in its pools and cases at their assessment, over HTTP.
struct Town {
  let desk: Desk
  let counter: Counter
  let head = Person("leader-1")

  /// Runs with the routes of a desk in Zhangzhou.
  static func with(at instant: Date, _ body: @escaping @Sendable (Town) async throws -> Void) async throws {
    try await Desk.with(at: instant) { desk in
      try await Counter.with(desk) { counter in try await body(Town(desk: desk, counter: counter)) }
    }
  }

  /// - Returns: the numbers of the experts, in the order of their registration.
  func register(
    _ count: Int, region: String = "350600", employer: String? = nil
  ) async throws -> [String] {
    var numbers: [String] = []
    for index in 0..<count {
      var object = JSONObject()
      object.set("region", region)
      object.set("level", code: region.hasSuffix("00") ? PoolLevel.city : .county)
      object.set("name", "专家\(index)")
      object.set("fields", ["surface-water"])
      object.set("grade", index % 2 == 0 ? "SENIOR" : "PROFESSOR")
      object.set("employer", "某研究院")
      object.set("employerKey", employer)
      let answer = try await post("experts", .object(object))
      guard answer.status == 201, let number = answer.json["expertNumber"]?.string else { throw Fixtures.Missing() }
      numbers.append(number)
    }
    return numbers
  }

  /// A penalty case is filed against a firm, and the damage case beside it goes to its assessment.
  func assessed(_ number: String, against firm: String, region: String = "350602") async throws -> UUID {
    try await desk.take([
      PenaltyFiled(
        factId: "f-\(number)", subjectKey: firm, region: region, filedAt: desk.clock.now, penaltyNumber: number,
        factCodes: ["ILLEGAL_DISCHARGE"])
    ])
    let id = Clue.id("penalty", "/enforcement/test", number)
    try await step("check", id, ["damaged": true])
    try await step("serve-notice", id, ["method": "direct"])
    try await step("conclude-investigation", id, ["damage": true, "proposal": "claim"])
    return id
  }

  func post(_ path: String, _ body: JSON) async throws -> CounterAnswer {
    try await counter.post("/v1/\(path)", body, as: head)
  }

  func get(_ path: String) async throws -> CounterAnswer { try await counter.get("/v1/\(path)", as: head) }

  /// A step that must be allowed.
  func step(_ name: String, _ id: UUID, _ body: JSON) async throws {
    try await allowed("cases/\(id.lowercased)/\(name)", body)
  }

  @discardableResult
  func allowed(_ path: String, _ body: JSON) async throws -> JSON {
    let answer = try await post(path, body)
    guard (200...201).contains(answer.status) else { throw Refused(path: path, answer: answer.text) }
    return answer.json
  }

  struct Refused: Error {
    let path: String
    let answer: String
  }

  /// A draw by both parties that leave the chance to the service, with its panel confirmed and its opinions given.
  /// - Returns: the draw's id.
  func panel(_ body: JSON, amounts: [UUID: Int64]) async throws -> String {
    guard let id = try await allowed("expert-draws", body)["drawId"]?.string else { throw Fixtures.Missing() }
    for party in ["bureau", "obligor"] { try await allowed("expert-draws/\(id)/commit", ["party": .string(party)]) }
    try await allowed("expert-draws/\(id)/fix-pool", [:])
    let drawn = try await allowed("expert-draws/\(id)/draw", [:])
    for party in ["bureau", "obligor"] { try await allowed("expert-draws/\(id)/confirm", ["party": .string(party)]) }
    for expert in drawn["panel"]?.array ?? [] {
      let lines = amounts.map { CaseAmount(caseId: $0.key, amountFen: $0.value).json }
      try await allowed(
        "expert-draws/\(id)/opine",
        ["expertNumber": expert, "amounts": .array(lines), "restorability": "none"])
    }
    return id
  }
}
