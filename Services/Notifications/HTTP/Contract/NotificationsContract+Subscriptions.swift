// swift-format-ignore-file
extension NotificationsContract {
  static let subscriptions: StaticString = #"""
    # Subscriptions -- agencies' webhooks

    POST /v1/subscriptions operator agency
    An agency asks for events at an address of its own; the secret is shown this once.
    < object
    > 201 object
    ! agency-not-allowed url-refused event-type-unknown filter-refused region-unknown

    GET /v1/subscriptions leader auditor operator agency
    Subscriptions; an agency sees its own.
    ? after?: text; limit?: integer(1..200); status?: text
    > 200 object

    GET /v1/subscriptions/{id} leader auditor operator agency
    One subscription with its endpoint.
    > 200 object

    POST /v1/subscriptions/{id}/approve leader operator
    Approves the subscription: events are sent from now on.
    once
    > 200 object
    ! endpoint-not-verified decision-out-of-turn

    POST /v1/subscriptions/{id}/enable leader operator
    Switches it on again.
    once
    > 200 object
    ! endpoint-not-verified decision-out-of-turn

    POST /v1/subscriptions/{id}/disable leader operator agency
    Switches the subscription off.
    once
    > 200 object
    ! decision-out-of-turn

    POST /v1/filters/trials leader auditor operator agency
    Tries a filter on a sample event; keeps nothing.
    < object
    > 200 object
    ! event-type-unknown filter-refused region-unknown value-too-large not-a-cloudevent specversion-unsupported
    ! attribute-missing attribute-invalid attribute-too-long attribute-duplicated attribute-name-invalid
    ! too-many-attributes
    """#
}
