import Contracts
import Messaging

/// Tells the hotlines how their complaints stand, so that their own screens can follow the case.
enum StatusStream {
  /// What changes nothing that a hotline's screen shows.
  private static let silent: Set<EventType> = [
    .petitionReceived, .petitionContacted, .petitionNotified, .petitionSupplemented, .petitionVerified, .petitionWarned,
    .petitionSummarised, .petitionUnrelated,
  ]

  /// Tells of the last of these events that matters to a hotline; nothing when none does.
  ///
  /// Complaints of staff have no hotline. Those of other senders that joined the case are told as well.
  static func tell(_ events: [any EventPayload], of petition: Petition, cause: Cause, work: UnitOfWork) {
    guard let change = events.last(where: matters), !complaints(of: petition).isEmpty else { return }
    let state = petition.state
    for complaint in complaints(of: petition) {
      let status = ComplaintStatusChanged(
        source: complaint.source, externalId: complaint.externalId, petitionId: petition.id,
        petitionNumber: petition.number, region: petition.region, at: petition.updatedAt, status: petition.status,
        change: type(of: change).type.rawValue, unit: petition.unit, reason: petition.file.refused?.reason,
        mergedInto: petition.file.matter?.mergedIntoNumber, overdue: state.overdue ? true : nil,
        dueDates: [state.nextDue].compactMap { $0 })
      work.emit(
        PetitionAnnouncements.outbound(
          status, on: .complaintStatuses, sequence: petition.sequence, cause: cause))
    }
  }

  private static func matters(_ event: any EventPayload) -> Bool {
    if let related = event as? PetitionRelated { return related.relation != .linked }
    return !silent.contains(type(of: event).type)
  }

  private static func complaints(of petition: Petition) -> [ComplaintReference] {
    ([ComplaintReference(source: petition.source, externalId: petition.externalId)]
      + (petition.file.matter?.following ?? []))
      .filter { !$0.source.hasPrefix("/staff/") }
  }
}
