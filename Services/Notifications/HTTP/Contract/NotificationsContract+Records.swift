// swift-format-ignore-file
extension NotificationsContract {
  static let records: StaticString = #"""
    # Records -- what was told, and what became of it

    GET /v1/messages clerk handler supervisor leader auditor operator
    Messages; as JSON or CSV.
    ? acknowledged?: text; addressee?: text; audience?: text; before?: text; channel?: text; cursor?: text(1..256);
      documentNumber?: text; format?: csv|json; from?: text; limit?: integer(1..200); petitionId?: text; region?:
      region; status?: text; subject?: text; template?: text; urgency?: text
    > 200 MessagePage csv

    GET /v1/messages/{id} clerk handler supervisor leader auditor operator
    One message with its attempts.
    > 200 MessageDetail

    GET /v1/subjects/{subject}/state clerk handler supervisor leader auditor operator
    What became of what was told about a subject.
    > 200 SubjectState

    GET /v1/deliveries leader auditor operator
    Deliveries to webhooks; as JSON or CSV.
    ? before?: text; cursor?: text(1..256); endpoint?: text; format?: csv|json; from?: text; limit?: integer(1..200);
      status?: delivered|exhausted|pending; subject?: text; type?: text
    > 200 WebhookDeliveryPage csv

    GET /v1/figures clerk handler supervisor leader auditor operator
    Contact rates, time to contact and failures; as JSON or CSV.
    ? audience?: text; by?: text; channel?: text; contacts?: text; format?: csv|json; period?: text; region?: region
    > 200 MessageFigures csv

    POST /v1/messages/{id}/acknowledgement clerk handler supervisor leader
    Records the receipt of a message that was served (送达回证).
    once
    < AcknowledgementNote
    > 201 Acknowledged
    ! proof-missing message-out-of-turn
    """#
}
