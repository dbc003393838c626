import Contracts
import FoundationEssentials

/// Records what an invited body or the public answered.
struct AnswerInvitation: CaseStep {
  static let name = StepName.answerInvitation

  var invitationId: UUID
  var answer: InvitationAnswer

  init(invitationId: UUID, answer: InvitationAnswer) {
    self.invitationId = invitationId
    self.answer = answer
  }

  init(fields: JSONFields) throws(ContractViolation) {
    invitationId = try fields.uuid("invitationId")
    answer = try fields.code("answer")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("invitationId", invitationId)
    object.set("answer", code: answer)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    guard let index = compensation.file.company.invitations.firstIndex(where: { $0.id == invitationId }) else {
      throw .invalid(field: "body.invitationId", reason: "the case has no such invitation")
    }
    compensation.file.company.invitations[index].answer = answer
    return [
      CompensationInvitationAnswered(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, invitationId: invitationId,
        invitee: compensation.file.company.invitations[index].invitee, answer: answer)
    ]
  }
}
