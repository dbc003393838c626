import Contracts
import FoundationEssentials
import Hummingbird
import Postgres
import ServiceKit
import ServiceSupport
import Testing

@testable import Compensation

@Suite("Cases over HTTP")
struct CaseRoutesTests {
  private let now: Date
  private let leader = Person("zhao.min")
  private let handler = Person("wang.fang", "handler")
  private let agency = Person("enforcement", "agency", regions: "360482")

  init() throws { now = try Fixtures.instant(2026, 1, 6) }

  private func counter(_ body: @escaping @Sendable (Desk, Counter, String) async throws -> Void) async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.filing("罚1", at: now)])
      let id = try await desk.onlyCase().id.lowercased
      try await Counter.with(desk) { try await body(desk, $0, "/v1/cases/\(id)") }
    }
  }

  @Test func `a step is taken once for its key, on the version that was seen, by whom it is for`() async throws {
    try await counter { desk, counter, path in
      let seen = try await counter.get(path, as: leader)
      #expect(seen.status == 200 && seen.tag == "\"1\"")
      #expect(try await counter.get(path, as: leader, headers: ["If-None-Match": seen.tag]).status == 304)
      let clerk = Person("li.na", "clerk")
      #expect(try await counter.post("\(path)/check", ["damaged": true], as: clerk).status == 403)
      let stranger = Person("far.away", regions: "610000")
      #expect(try await counter.post("\(path)/check", ["damaged": true], as: stranger).code == "region-forbidden")
      #expect(try await counter.post("\(path)/check", ["damaged": true], as: nil).status == 401)
      let headers = ["Idempotency-Key": "k-1", "If-Match": seen.tag]
      let first = try await counter.post("\(path)/check", ["damaged": true], as: handler, headers: headers)
      let second = try await counter.post("\(path)/check", ["damaged": true], as: handler, headers: headers)
      #expect(first.status == 200 && first.tag == "\"2\"" && first.text == second.text)
      #expect(first.json["status"]?.string == "filed" && first.json["department"]?.string == "ECOLOGY_ENVIRONMENT")
      #expect(try await desk.count("select count(*) from case_step where step = 'check'") == 1)
      let stale = try await counter.post("\(path)/investigate", [:], as: handler, headers: ["If-Match": seen.tag])
      #expect(stale.status == 412)
      #expect(try await counter.post("\(path)/suspend", ["reason": "court"], as: handler).status == 403)
      #expect(try await counter.post("\(path)/suspend", ["reason": "court"], as: leader).status == 200)
    }
  }

  @Test func `what does not fit is answered with a stable code, the field and what to do`() async throws {
    try await counter { _, counter, path in
      let early = try await counter.post("\(path)/close", ["outcome": "suit", "performed": false], as: leader)
      #expect(early.status == 409 && early.code == "step-out-of-turn")
      #expect(early.json["remedy"]?.string?.contains("check") == true)
      let wordy = try await counter.post("\(path)/check", ["damaged": "yes"], as: leader)
      #expect(wordy.status == 422 && wordy.json["field"]?.string == "body.damaged")
      let forced: JSON = ["damaged": true, "reason": "notably-minor", "redLine": true]
      #expect(try await counter.post("\(path)/check", forced, as: leader).code == "must-start")
      #expect(try await counter.post("\(path)/check", ["damaged": true], as: leader).status == 200)
      let other = try await counter.post("\(path)/assign", ["department": "TAX"], as: leader)
      #expect(
        other.status == 422 && other.code == "code-not-listed" && other.json["field"]?.string == "body.department")
      let paper = try await counter.post("\(path)/file-document", ["kind": "NOVEL"], as: leader)
      #expect(paper.code == "code-not-listed")
      let held = try await counter.post(
        "\(path)/consult", ["outcome": "willing", "heldAt": "2030-01-01T00:00:00Z"], as: leader)
      #expect(held.code == "field-invalid" && held.json["field"]?.string == "body.heldAt")
      let missing = "/v1/cases/\(UUID().lowercased)"
      #expect(try await counter.post("\(missing)/check", ["damaged": true], as: leader).status == 404)
      #expect(try await counter.get("/v1/cases/C2026-nothing", as: leader).status == 404)
      #expect(try await counter.get("/v1/cases?stutus=filed", as: leader).code == "query-unknown")
    }
  }

  @Test func `a case is found by its number, with all that belongs to it`() async throws {
    try await counter { desk, counter, path in
      #expect(try await counter.post("\(path)/check", ["damaged": true], as: leader).status == 200)
      let number = try await desk.onlyCase().number
      let shown = try await counter.get("/v1/cases/\(number)", as: leader).json
      #expect(shown["penalty"]?.array?.count == 1 && shown["gates"]?.array?.count == 3)
      #expect(shown["notices"]?.array?.first?["number"]?.string == "\(number)-告1")
      #expect(shown["documentsExpected"]?.array?.contains { $0["kind"]?.string == "CONSULTATION_RECORD" } == true)
      #expect(shown["stages"]?.array?.compactMap { $0["stage"]?.string } == ["clue", "filed"])
      #expect(shown["nextSteps"]?.array?.contains("consult") == true)
    }
  }

  @Test func `the penalty side asks for its gates by number; a case not told of yet was not screened`() async throws {
    try await counter { _, counter, path in
      let unknown = try await gates("9", counter)
      #expect(
        unknown == [
          "review false unknown-case", "prior-notice false unknown-case", "reduction false unknown-case",
        ])
      let before = try await gates("1", counter)
      #expect(before.first == "review false not-checked")
      #expect(try await counter.post("\(path)/check", ["damaged": true], as: leader).status == 200)
      let after = try await gates("1", counter)
      #expect(
        after == [
          "review true checked", "prior-notice false not-consulted", "reduction false not-performed",
        ])
      #expect(try await counter.get("/v1/gates", as: agency).code == "query-invalid")
      let stranger = Person("other", "agency", regions: "610000")
      #expect(try await counter.get("/v1/gates?penaltyNumber=%E7%BD%9A1", as: stranger).status == 403)
    }
  }

  /// The gates of a penalty case whose number is 罚 and a digit.
  private func gates(_ digit: String, _ counter: Counter) async throws -> [String] {
    let answer = try await counter.get("/v1/gates?penaltyNumber=%E7%BD%9A\(digit)", as: agency)
    #expect(answer.status == 200)
    return (answer.json["gates"]?.array ?? []).map { gate in
      let isOpen = gate["open"]?.bool == true
      return "\(gate["gate"]?.string ?? "") \(isOpen) \(gate["reason"]?.string ?? "")"
    }
  }

  @Test func `the flow of cases is shown as the bureau's rules have it`() async throws {
    try await counter { _, counter, _ in
      let flow = try await counter.get("/v1/flow", as: handler).json
      #expect(flow["stages"]?.array?.count == CompensationStatus.allCases.count)
      #expect(flow["departments"]?.array?.contains("OCEAN_FISHERY") == true)
      let clue = flow["stages"]?.array?.first { $0["stage"]?.string == "clue" }
      #expect(clue?["following"] == ["not-started", "filed"] && clue?["title"]?.string == "线索核查")
    }
  }

  @Test func `staff enter clues of their own, from every source that is not another system's`() async throws {
    try await counter { _, counter, _ in
      let clue: JSON = ["region": "350602", "clueSource": "media", "factCodes": ["ILLEGAL_DISCHARGE"]]
      let key = ["Idempotency-Key": "c-1"]
      let first = try await counter.post("/v1/clues", clue, as: handler, headers: key)
      #expect(first.status == 201)
      #expect(try await counter.post("/v1/clues", clue, as: handler).status == 422)
      let other = Person("far.away", regions: "610000")
      #expect(try await counter.post("/v1/clues", clue, as: other, headers: key).status == 403)
      for source in ClueSource.allCases where source != .petition && source != .penalty {
        let clue: JSON = ["region": "350602", "clueSource": .string(source.rawValue)]
        let headers = ["Idempotency-Key": source.rawValue]
        #expect(try await counter.post("/v1/clues", clue, as: handler, headers: headers).status == 201)
      }
    }
  }
}
