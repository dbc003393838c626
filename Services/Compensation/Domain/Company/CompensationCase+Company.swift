import Civics
import Contracts
import FoundationEssentials

extension CompensationCase {
  /// Issues the notice on the duty of compensation (告知单) with its four answers; its service is due within its period.
  mutating func issueNotice(in circumstances: Circumstances) throws(CompensationError) -> CompensationNoticeIssued {
    guard let subjectKey else {
      throw .invalid(field: "body", reason: "nobody liable is known: a notice has no addressee")
    }
    guard file.company.notices.count < CaseFile.longest else { throw .full("notices") }
    let (answers, reference) = try circumstances.rules.noticeAnswers()
    let notice = ObligorNotice(
      number: "\(number)-告\(file.company.notices.count + 1)", subjectKey: subjectKey, issuedAt: circumstances.now,
      pack: reference.pack, packVersion: reference.version, packHash: reference.hash)
    file.company.notices.append(notice)
    let due = try start(.serveNotice, from: circumstances.now, rules: circumstances.rules)
    return CompensationNoticeIssued(
      caseId: id, caseNumber: number, region: region, at: circumstances.now, subjectKey: subjectKey,
      noticeNumber: notice.number, answers: answers, penaltyNumber: penalty?.number, dueDates: [due])
  }

  /// Invites somebody to take part.
  mutating func invite(
    _ invitee: Invitee, unit: String? = nil, persons: Int? = nil, meetingAt: Date? = nil,
    in circumstances: Circumstances
  ) throws(CompensationError) -> CompensationInvited {
    let count = file.company.invitations.count
    guard count < CaseFile.longest else { throw .full("invitations") }
    let invitation = Invitation(
      id: EventIdentity.uuidV5(
        namespace: EventIdentity.causeNamespace, parts: "invitation", id.lowercased, String(count)),
      invitee: invitee, unit: unit, persons: persons, stage: status, at: circumstances.now, meetingAt: meetingAt,
      actor: circumstances.actor)
    file.company.invitations.append(invitation)
    return CompensationInvited(
      caseId: id, caseNumber: number, region: region, at: circumstances.now, subjectKey: subjectKey,
      invitationId: invitation.id, invitee: invitee, unit: unit, persons: persons, stage: status,
      meetingAt: meetingAt)
  }
}
