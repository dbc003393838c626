// swift-format-ignore-file
extension NotificationsContract {
  static let handDeliveries: StaticString = #"""
    # Hand deliveries -- what a person brings or tells

    GET /v1/hand-deliveries clerk handler supervisor leader auditor
    What waits for somebody to bring or tell it.
    ? channel?: text; cursor?: text(1..256); limit?: integer(1..200); mine?: text; region?: region
    > 200 HandDeliveryPage

    POST /v1/hand-deliveries/{id}/take clerk handler supervisor leader
    Takes it on.
    once
    > 200 HandDelivery
    ! message-out-of-turn hand-delivery-not-taken

    POST /v1/hand-deliveries/{id}/open clerk handler supervisor leader
    Opens whom to reach, sealed until then; in the audit trail.
    > 200 HandSheet
    ! message-out-of-turn hand-delivery-not-taken contact-unreadable

    POST /v1/hand-deliveries/{id}/outcome clerk handler supervisor leader
    Records what became of it.
    once
    < HandReport
    > 200 HandResult
    ! message-out-of-turn hand-delivery-not-taken proof-missing
    """#
}
