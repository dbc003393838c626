// swift-format-ignore-file
extension NotificationsContract {
  static let endpoints: StaticString = #"""
    # Endpoints -- how agencies' webhooks are served, tried, looked into and sent again

    GET /v1/webhook-policy open
    What every receiver may count on: retry schedule, limits, signatures.
    > 200 WebhookPolicy
    eg 200 {"origin":"ecoredress.example","signatures":["v1","v1a"],"timestampToleranceSeconds":300,"requestTimeoutSeconds":10,
      "payloadLimitBytes":262144,"retryAfterSeconds":[5,300,1800],"retryJitter":"up to a fifth is added","longestRetryAfterSeconds":86400,
      "ownerWarnedAfterSeconds":3600,"disabledAfterSeconds":432000,"secretOverlapSeconds":86400,
      "circuit":{"failuresInARow":5,"restSeconds":[60,300]}}

    GET /v1/subscriptions/{id}/delivery leader auditor operator agency
    Order, concurrency and pace of the endpoint, and how it fares.
    > 200 EndpointProfile tag

    PUT /v1/subscriptions/{id}/delivery operator agency
    Changes order, concurrency and pace; what is not named is as it is for everybody.
    matched
    < EndpointSettings
    > 200 EndpointProfile tag
    eg < {"order":"subject","mode":"binary","concurrency":8,"perMinute":600}
    eg 200 {"order":"subject","mode":"binary","concurrency":8,"perMinute":600,"verifiedAt":"2026-01-06T02:00:00Z","circuit":"closed","failuresInARow":0}

    POST /v1/subscriptions/{id}/verify operator agency
    Asks the endpoint by OPTIONS whether it wants our events.
    > 200 EndpointProfile tag
    ! endpoint-not-verified too-many-requests

    POST /v1/subscriptions/{id}/test operator agency
    Sends one signed test event and tells what came back; it counts nowhere.
    > 200 EndpointTrial
    ! endpoint-not-verified too-many-requests
    eg 200 {"webhookId":"5d4c3a5e-7d0a-4b7e-9a53-0d2c6b7f1e21","taken":true,"status":204,"milliseconds":12,
      "event":{"specversion":"1.0","id":"t-1","source":"/ecoredress/notifications","type":"ecoredress.endpoint.tested.v1"}}

    GET /v1/subscriptions/{id}/statistics leader auditor operator agency
    Figures of the last hours, in all and by the hour.
    ? hours?: integer(1..2160)
    > 200 EndpointStatistics
    eg 200 {"hours":24,"sum":{"delivered":42,"failedAttempts":1,"exhausted":0,"milliseconds":{"p50":12,"p95":40,"p99":80}},
      "series":[{"hour":"2026-01-06T02:00:00Z","delivered":42,"failedAttempts":1,"exhausted":0,"milliseconds":{"p50":12,"p95":40,"p99":80}}]}

    GET /v1/subscriptions/{id}/keys leader auditor operator agency
    The keys that sign, without secrets.
    > 200 KeyList

    POST /v1/subscriptions/{id}/keys operator agency
    Makes a new key; the old ones of its scheme sign beside it for a while. A secret is shown this once.
    < KeyWish
    > 201 KeyMade
    ! keys-too-many
    eg < {"scheme":"v1","overlapHours":24}
    eg 201 {"id":"9f8d2b1c-0c1f-4d7b-9a53-0d2c6b7f1e21","scheme":"v1","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw","oldKeysEndAt":"2026-01-07T02:00:00Z"}

    POST /v1/subscriptions/{id}/keys/{key}/end operator agency
    Lets a key sign no longer.
    once
    > 200 KeyList
    ! key-last

    GET /v1/subscriptions/{id}/deliveries leader auditor operator agency
    Deliveries of the endpoint, the latest first.
    ? cursor?: text(1..256); limit?: integer(1..200); status?: pending|delivered|exhausted
    > 200 DeliveryPage
    eg 200 {"deliveries":[{"id":"5d4c3a5e-7d0a-4b7e-9a53-0d2c6b7f1e21","type":"ecoredress.colour.changed.v1",
      "subject":"uscc:91360402MA35ABCD1K","status":"delivered","attempts":1,"replays":0,"madeAt":"2026-01-06T03:00:00Z",
      "settledAt":"2026-01-06T03:00:00Z","lastStatus":204,"milliseconds":12}]}

    GET /v1/subscriptions/{id}/deliveries/{delivery} leader auditor operator agency
    One delivery with its event and every attempt that failed.
    > 200 DeliveryDetail
    eg 200 {"id":"5d4c3a5e-7d0a-4b7e-9a53-0d2c6b7f1e21","type":"ecoredress.colour.changed.v1","subject":"uscc:91360402MA35ABCD1K",
      "status":"delivered","attempts":2,"replays":0,"madeAt":"2026-01-06T03:00:00Z","settledAt":"2026-01-06T03:00:06Z","lastStatus":204,
      "failedAttempts":[{"number":1,"at":"2026-01-06T03:00:00Z","status":503,"failure":"status 503","milliseconds":9}],
      "event":{"specversion":"1.0","id":"1","source":"/ecoredress/scoring","type":"ecoredress.colour.changed.v1"}}

    POST /v1/subscriptions/{id}/deliveries/{delivery}/replay operator agency
    Sends one again under its id, taken or given up.
    once
    > 202 Delivery
    ! delivery-pending subscription-not-approved

    GET /v1/subscriptions/{id}/replays leader auditor operator agency
    What was asked to be sent again, the latest first.
    ? cursor?: text(1..256); limit?: integer(1..200)
    > 200 ReplayPage

    POST /v1/subscriptions/{id}/replays operator agency
    Has all that failed, or everything missing since a time, sent again.
    once
    < ReplayWish
    > 202 Replay
    ! replay-too-old replays-too-many subscription-not-approved
    eg < {"what":"missing","since":"2026-01-05T00:00:00+08:00"}
    eg 202 {"id":"5d4c3a5e-7d0a-4b7e-9a53-0d2c6b7f1e21","what":"missing","since":"2026-01-04T16:00:00Z","until":"2026-01-06T03:00:00Z",
      "status":"running","examined":0,"queued":0,"requestedBy":"water-bureau","requestedAt":"2026-01-06T03:00:00Z"}

    GET /v1/subscriptions/{id}/replays/{replay} leader auditor operator agency
    How far one is.
    > 200 Replay

    POST /v1/subscriptions/{id}/replays/{replay}/cancel operator agency
    Stops one.
    once
    > 200 Replay
    ! replay-over

    type EndpointSettings
    order?: none|subject -- whether events of one subject go one after the other
    mode?: structured|binary -- an event as one JSON object, or its attributes as ce- headers
    concurrency?: integer(1..32) -- the most requests at once
    perMinute?: integer(1..60000) -- the most requests a minute, spread evenly

    type EndpointProfile
    order: none|subject
    mode: structured|binary
    concurrency: integer
    perMinute?: integer
    verifiedAt?: instant -- when the endpoint last said that it wants our events
    allowedPerMinute?: integer -- the pace it allowed then
    circuit: closed|open|half-open
    failuresInARow: integer
    failingSince?: instant
    restsUntil?: instant

    type EndpointTrial
    webhookId: uuid
    taken: flag
    status?: integer
    failure?: text
    milliseconds: integer
    event: any -- what was sent: a CloudEvent, here in structured mode

    type KeyWish
    scheme?: SignatureScheme -- HMAC with a secret, or ed25519
    overlapHours?: integer(0..720) -- for how long old keys sign beside the new one

    type ReplayWish
    what: failed|missing
    since: instant
    until?: instant

    type Replay
    id: uuid
    what: failed|missing
    since: instant
    until: instant
    status: running|finished|cancelled|failed
    examined: integer
    queued: integer
    failure?: text
    requestedBy: text
    requestedAt: instant
    finishedAt?: instant

    problem delivery-pending 409 The request does not fit the state of the resource | Wait: it is tried anyway.

    problem endpoint-not-verified 409 The request does not fit the state of the resource | Answer OPTIONS with 2xx
      and the header WebHook-Allowed-Origin.

    problem key-last 409 The request does not fit the state of the resource | Make another one first.

    problem keys-too-many 409 The request does not fit the state of the resource | End one that the receiver does
      not need any more.

    problem replay-over 409 The request does not fit the state of the resource | There is nothing left to cancel;
      ask for a new one when something is missing.

    problem replay-too-old 422 So old events are kept nowhere | Begin with the state topics.

    problem replays-too-many 409 The request does not fit the state of the resource | Wait until one has finished,
      or cancel it.

    problem subscription-not-approved 409 The request does not fit the state of the resource | Have it approved or
      enabled.
    """#
}
