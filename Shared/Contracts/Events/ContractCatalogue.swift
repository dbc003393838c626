/// Every event there is: its type, topic, direction and payload.
public enum ContractCatalogue {
  /// All contracts, in the order of the flow.
  public static let contracts: [EventContract] = [
    EventContract(ComplaintSubmitted.self, on: .complaints, .inbound, key: "externalId"),
    EventContract(ReceiptIssued.self, on: .complaintReceipts, .outbound, key: "source and externalId, else the record"),
    EventContract(PetitionReceived.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionAccepted.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionRefused.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionSummarised.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionTransferred.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionAssigned.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionHandled.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionVerified.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionRechecked.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionPublished.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionCalledBack.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionConcluded.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionArchived.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionContacted.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionSupplemented.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionOverdue.self, on: .petitions, .outbound, key: "petitionId"),
    EventContract(PetitionState.self, on: .petitionStates, .outbound, key: "petitionId"),
    EventContract(InspectionRecorded.self, on: .enforcement, .inbound, key: "subjectKey"),
    EventContract(PenaltyFiled.self, on: .enforcement, .inbound, key: "subjectKey"),
    EventContract(PenaltyNoticePlanned.self, on: .enforcement, .inbound, key: "subjectKey"),
    EventContract(PenaltyDecided.self, on: .enforcement, .inbound, key: "subjectKey"),
    EventContract(RectificationVerified.self, on: .enforcement, .inbound, key: "subjectKey"),
    EventContract(StudyCompleted.self, on: .enforcement, .inbound, key: "subjectKey"),
    EventContract(ExamPassed.self, on: .enforcement, .inbound, key: "subjectKey"),
    EventContract(ApologyPublished.self, on: .enforcement, .inbound, key: "subjectKey"),
    EventContract(PaymentReceived.self, on: .payments, .inbound, key: "caseId"),
    EventContract(ScoreChanged.self, on: .scores, .outbound, key: "subjectKey"),
    EventContract(ColourChanged.self, on: .scores, .outbound, key: "subjectKey"),
    EventContract(RatingState.self, on: .ratingStates, .outbound, key: "subjectKey"),
    EventContract(CompensationClueOpened.self, on: .compensations, .outbound, key: "caseId"),
    EventContract(CompensationFiled.self, on: .compensations, .outbound, key: "caseId"),
    EventContract(CompensationNotStarted.self, on: .compensations, .outbound, key: "caseId"),
    EventContract(CompensationClosed.self, on: .compensations, .outbound, key: "caseId"),
    EventContract(CompensationOverdue.self, on: .compensations, .outbound, key: "caseId"),
    EventContract(CompensationState.self, on: .compensationStates, .outbound, key: "caseId"),
    EventContract(PetitionerMessageRequested.self, on: .petitionerMessages, .outbound, key: "petitionId"),
    EventContract(NotificationDelivered.self, on: .notifications, .outbound, key: "petitionId, else messageId"),
    EventContract(NotificationFailed.self, on: .notifications, .outbound, key: "petitionId, else messageId"),
    EventContract(EndpointDisabled.self, on: .notifications, .outbound, key: "endpointId"),
  ]

  /// The contract of a type; nil for types that are not ours.
  public static func contract(of type: EventType) -> EventContract? { byType[type] }

  private static let byType = Dictionary(contracts.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })
}
