// swift-format-ignore-file
extension NotificationsContract {
  static let subscriptions: StaticString = #"""
    # Subscriptions -- agencies' webhooks

    POST /v1/subscriptions operator agency
    An agency asks for events at an address of its own; the secret is shown this once.
    < SubscriptionWish
    > 201 SubscriptionMade
    ! agency-not-allowed url-refused event-type-unknown filter-refused region-unknown
    eg < {"url":"https://agency.example/events","types":["ecoredress.colour."],"regions":["360400"],"colours":["red"],
      "filters":[{"exact":{"region":"360402"}}],"signatures":["v1"],"concurrency":4}
    eg 201 {"id":"7e1c9f0a-3f0b-4d55-8a39-0a6f4f6e1d11","entry":12,"agency":"water-bureau","url":"https://agency.example/events",
      "types":["ecoredress.colour."],"regions":["360400"],"kinds":[],"colours":["red"],"filters":[{"exact":{"region":"360402"}}],"status":"requested",
      "requestedAt":"2026-01-06T01:00:00Z","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}

    GET /v1/subscriptions leader auditor operator agency
    Subscriptions; an agency sees its own.
    ? after?: integer(0..9223372036854775807); limit?: integer(1..200); status?: requested|approved|disabled
    > 200 SubscriptionPage
    eg 200 {"subscriptions":[{"id":"7e1c9f0a-3f0b-4d55-8a39-0a6f4f6e1d11","entry":12,"agency":"water-bureau","url":"https://agency.example/events",
      "types":["ecoredress.colour."],"regions":["360400"],"kinds":[],"colours":["red"],"filters":[{"exact":{"region":"360402"}}],"status":"approved","requestedAt":"2026-01-06T01:00:00Z",
      "decidedBy":"operator-1","decidedAt":"2026-01-06T02:00:00Z","statistics":{"pending":0,"delivered":42,"failedAttempts":1,"exhausted":0,
      "lastAttemptAt":"2026-01-06T03:00:00Z","lastSuccessAt":"2026-01-06T03:00:00Z","lastStatus":204}}],"after":12}

    GET /v1/subscriptions/{id} leader auditor operator agency
    One subscription with its endpoint.
    > 200 Subscription

    POST /v1/subscriptions/{id}/approve leader operator
    Approves the subscription: events are sent from now on.
    once
    > 200 Subscription
    ! endpoint-not-verified decision-out-of-turn

    POST /v1/subscriptions/{id}/enable leader operator
    Switches it on again.
    once
    > 200 Subscription
    ! endpoint-not-verified decision-out-of-turn

    POST /v1/subscriptions/{id}/disable leader operator agency
    Switches the subscription off.
    once
    > 200 Subscription
    ! decision-out-of-turn

    POST /v1/filters/trials leader auditor operator agency
    Tries a filter on a sample event; keeps nothing.
    < FilterTrialWish
    > 200 FilterTrial
    ! event-type-unknown filter-refused region-unknown value-too-large not-a-cloudevent specversion-unsupported
    ! attribute-missing attribute-invalid attribute-too-long attribute-duplicated attribute-name-invalid
    ! too-many-attributes
    eg < {"event":{"specversion":"1.0","id":"1","source":"/ecoredress/scoring","type":"ecoredress.colour.changed.v1",
      "subject":"uscc:91360402MA35ABCD1K","region":"360402","colour":"red","data":{}},"colours":["red"]}
    eg 200 {"passes":true,"parts":[{"field":"body.colours","passes":true,"reading":"colour is one of red"}]}
    """#
}
