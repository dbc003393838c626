import Contracts
import FoundationEssentials
import Testing

@testable import Petitions

/// What staff send with a step is hostile until it is read.
@Suite("Bodies of steps")
struct StepBodyTests {
  /// One whole body of each step that has come since the first ones.
  private static let bodies: [(step: any PetitionStep.Type, body: JSON)] = [
    (Accept.self, ["procedure": "appeal", "category": "water", "unit": "eco-360482", "complex": true]),
    (TakeOver.self, [:]), (ResumeClocks.self, [:]),
    (Object.self, ["reason": "wrong-place", "suggestedUnit": "eco-360402"]),
    (DecideObjection.self, ["upheld": true, "decidedBy": "joint-meeting"]),
    (Investigate.self, ["onSite": false, "startedAt": "2024-02-15T01:00:00Z"]),
    (
      Conclude.self,
      ["verdict": "support", "documentNumber": "九1", "contents": ["REQUEST"], "legalBasis": "环境保护法"]
    ),
    (Extend.self, ["days": 30, "reason": "complex", "explanation": "水样送检"]),
    (PauseClocks.self, ["reason": "force-majeure", "explanation": "道路中断"]),
    (Supervise.self, ["level": "listed", "reason": "delay"]),
    (LiftSupervision.self, ["answer": "已整改"]),
    (
      ReferToPolice.self,
      [
        "authority": "公安局", "article": "刑法第三百三十八条", "documentNumber": "移1",
        "findingIds": ["5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e22"],
      ]
    ),
    (RecordPoliceAnswer.self, ["filed": true, "documentNumber": "公立1"]),
    (
      Hear.self,
      ["startedAt": "2024-02-15T01:00:00Z", "endedAt": "2024-02-16T01:00:00Z", "documentNumber": "听1"]
    ),
    (Settle.self, ["mode": "mediation", "documentNumber": "调1"]),
    (RecordNotice.self, ["notice": "extended", "outcome": "reached", "channel": "phone", "proof": "录音 17"]),
    (ReadmitStaff.self, ["person": "li.gang", "reason": "误记"]),
    (WithdrawStaff.self, ["person": "li.gang", "reason": "亲属"]), (Reopen.self, ["reason": "new-facts"]),
    (RequestReview.self, ["unit": "eco-360000"]),
    (DecideReview.self, ["verdict": "upheld", "documentNumber": "查1"]),
  ]

  @Test(arguments: bodies.indices)
  func `a whole body is read and written back the same, and each wrong field is refused by its name`(index: Int) throws
  {
    let (step, body) = Self.bodies[index]
    try check(step, body)
  }

  private func check<Step: PetitionStep>(_ step: Step.Type, _ body: JSON) throws {
    #expect(try Step(json: body, path: "body").json == body)
    for member in try #require(body.object).members {
      var wrong = try #require(body.object)
      let values: [JSON] =
        member.value.string == nil ? ["text", ["x": 1]] : [1, .string(String(repeating: "长", count: 5_000))]
      for value in values {
        wrong[member.name] = value
        #expect("\(step) \(member.name)") {
          _ = try Step(json: .object(wrong), path: "body")
        } throws: { error in
          (error as? ContractViolation)?.field.hasPrefix("body.\(member.name)") == true
        }
      }
    }
    var more = try #require(body.object)
    more["aFieldOfNextYear"] = 1
    #expect(try Step(json: .object(more), path: "body").json == body)
    #expect(throws: ContractViolation.self) { _ = try Step(json: "text", path: "body") }
  }

  @Test func `a number of days beyond any law is refused before it is counted with`() throws {
    for days in ["0", "-1", "36601", "99999999999999999999", "1.5"] {
      let body = try JSON(parsing: Array(#"{"days":\#(days),"reason":"complex"}"#.utf8))
      #expect(throws: ContractViolation.self) { _ = try Extend(json: body, path: "body") }
    }
  }
}
