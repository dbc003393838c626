// swift-format-ignore-file
extension NotificationsContract {
  static let inbox: StaticString = #"""
    # Inbox -- messages that staff and enterprises read here

    GET /v1/inbox clerk handler supervisor leader auditor agency enterprise
    Messages of the caller's inbox.
    ? cursor?: text(1..256); limit?: integer(1..200); own?: text; region?: region; unacknowledged?: text; unread?:
      text
    > 200 InboxPage

    GET /v1/inbox/{id} clerk handler supervisor leader auditor agency enterprise
    One message of the inbox.
    > 200 InboxItem

    POST /v1/inbox/{id}/read clerk handler supervisor leader agency enterprise
    Marks the message as read.
    once
    > 200 InboxItem

    POST /v1/inbox/{id}/acknowledge clerk handler supervisor leader agency enterprise
    Acknowledges the message (签收).
    once
    > 200 InboxItem
    ! message-out-of-turn

    POST /v1/inbox/{id}/answer enterprise
    Answers the message.
    once
    < Words
    > 201 Enquiry tag
    ! enquiry-full enquiry-out-of-turn message-out-of-turn
    """#
}
