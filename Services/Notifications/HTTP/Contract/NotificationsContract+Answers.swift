// swift-format-ignore-file
extension NotificationsContract {
  /// Subscriptions and their endpoints, and the records of what was told.
  static let answers: StaticString = #"""
    type EventSelection
    types: [text(1..256)] -- event types, or beginnings that end in a dot; regions?: [region] -- none for those of the token;
    kinds?: [text] -- of pollution, as the attribute `kind`; colours?: [Colour]; filters?: [Filter] -- all must let an event pass

    type Filter
    exact?: {text} -- one dialect in each filter, as CloudEvents Subscriptions has them; prefix?: {text}; suffix?: {text};
    all?: [Filter]; any?: [Filter]; not?: Filter; sql?: text -- CloudEvents SQL

    type SubscriptionWish
    url: text(1..2048) -- https; agency?: text(1..256) -- for operators who ask in the name of an agency;
    +EventSelection
    signatures?: [SignatureScheme]; order?: none|subject; mode?: structured|binary;
    concurrency?: integer(1..32); perMinute?: integer(1..60000)

    type SignatureScheme = v1|v1a

    type Subscription
    id: uuid; entry: integer; agency: text; url: text; types: [text]; regions: [region]; kinds: [text]; colours: [Colour];
    filters: [Filter]; status: requested|approved|disabled; reason?: text; requestedAt: instant; decidedBy?: text;
    decidedAt?: instant; statistics?: SubscriptionStatistics

    type SubscriptionMade
    +Subscription
    secret?: text -- whsec_ and the secret of v1, shown this once; publicKey?: text -- whpk_ and the public key of v1a

    type SubscriptionPage
    subscriptions: [Subscription]; after?: integer -- where the next page begins, as `after`

    type SubscriptionStatistics
    pending: integer; oldestPendingAt?: instant; delivered: integer; failedAttempts: integer; exhausted: integer;
    failingSince?: instant; lastAttemptAt?: instant; lastSuccessAt?: instant; lastStatus?: integer; lastFailure?: text;
    nextAttemptAt?: instant -- when something is sent next; failuresInARow?: integer

    type FilterTrialWish
    event: any -- a CloudEvent in structured mode; types?: [text(1..256)]; regions?: [region]; kinds?: [text]; colours?: [Colour];
    filters?: [Filter]

    type FilterTrial
    passes: flag; parts: [FilterPart]

    type FilterPart
    field: text -- which part of the filter; passes: flag; reading?: text -- how it was understood; value?: any -- what an SQL expression came to;
    errors?: [FilterError]

    type FilterError
    code: text; message: text

    type WebhookPolicy
    origin: text -- what the endpoint is asked about in WebHook-Request-Origin; signatures: [SignatureScheme];
    timestampToleranceSeconds: integer; requestTimeoutSeconds: integer; payloadLimitBytes: integer;
    retryAfterSeconds: [integer] -- the wait before each repeat; retryJitter: text; longestRetryAfterSeconds: integer;
    ownerWarnedAfterSeconds: integer; disabledAfterSeconds: integer; secretOverlapSeconds: integer; circuit: CircuitPolicy

    type CircuitPolicy
    failuresInARow: integer; restSeconds: [integer]

    type EndpointStatistics
    hours: integer; sum: EndpointSum; series: [EndpointHour]

    type EndpointSum
    delivered: integer; failedAttempts: integer; exhausted: integer; milliseconds: Percentiles

    type EndpointHour
    hour: instant
    +EndpointSum

    type Percentiles
    p50?: integer; p95?: integer; p99?: integer

    type KeyList
    keys: [Key]

    type Key
    id: uuid; scheme: SignatureScheme; publicKey?: text; madeAt: instant; madeBy: text; endsAt?: instant

    type KeyMade
    id: uuid; scheme: SignatureScheme; secret?: text -- shown this once; publicKey?: text; oldKeysEndAt?: instant

    type DeliveryPage
    deliveries: [Delivery]; next?: text -- where the next page begins, as `cursor`

    type Delivery
    id: uuid -- the webhook-id, the same at every attempt; type: text; subject: text; status: pending|delivered|exhausted;
    attempts: integer; replays: integer; madeAt: instant; dueAt?: instant; settledAt?: instant; lastStatus?: integer;
    lastFailure?: text; milliseconds?: integer

    type DeliveryDetail
    +Delivery
    failedAttempts: [FailedAttempt]; event?: any -- as it is sent: a CloudEvent in structured mode

    type FailedAttempt
    number: integer; at: instant; status?: integer; failure: text; milliseconds: integer

    type ReplayPage
    replays: [Replay]; next?: text

    type MessagePage
    messages: [Message]; next?: text

    type Message
    id: uuid; subject: text; petitionId?: uuid; contact?: integer; audience: MessageAudience; addressee?: text; template: text;
    region: region; urgency: MessageUrgency; channels: [ContactChannel]; status: pending|by-hand|delivered|failed;
    channel?: ContactChannel; attempts: integer; failure?: text; documentNumber?: text; madeAt: instant; notBefore?: instant;
    expiresAt?: instant; dueAt?: instant; settledAt?: instant; proof?: text; proofSha256?: text; wantsAcknowledgement: flag;
    acknowledgedAt?: instant

    type MessageDetail
    +Message
    history: [MessageAttempt]

    type MessageAttempt
    number: integer; at: instant; channel: ContactChannel; outcome: text; failure?: text; proof?: text; proofSha256?: text;
    actor: text

    type SubjectState
    subject: text; messages: MessageCount; unacknowledged: integer; contacts: [SubjectContact]; latest?: Message;
    deliveries: DeliveryCount

    type MessageCount
    pending: integer; by-hand: integer; delivered: integer; failed: integer

    type DeliveryCount
    pending: integer; delivered: integer; exhausted: integer

    type SubjectContact
    contact: integer; status: pending|by-hand|delivered|failed; channel?: ContactChannel; attempts: integer; at: instant;
    acknowledged: flag

    type WebhookDeliveryPage
    deliveries: [WebhookDelivery]; next?: text

    type WebhookDelivery
    id: uuid; endpoint: uuid; agency: text; type: text; subject: text; status: pending|delivered|exhausted; attempts: integer;
    madeAt: instant; dueAt?: instant; settledAt?: instant; lastStatus?: integer; lastFailure?: text

    type MessageFigures
    period: FigureSpan; before: FigureSpan; regions: [region]; total: MessageGroup; groups?: [MessageGroup]

    type FigureSpan
    text: text; first: day; last: day

    type MessageGroup
    key?: text; name?: text; now: MessageCounts; before: MessageCounts

    type MessageCounts
    queued: integer; delivered: integer; failed: integer; timed: integer; seconds: integer; withinMinute: integer;
    withinHour: integer; withinDay: integer; wanted: integer; acknowledged: integer; attempts: integer; failedAttempts: integer;
    skippedAttempts: integer; contactRate: Share; withinHourRate: Share; withinDayRate: Share; acknowledgementRate: Share;
    failureRate: Share; meanSecondsToContact?: number

    type Share
    numerator: integer; denominator: integer; percent?: number; formula: text

    type AcknowledgementNote
    by: AcknowledgementKind; proof?: text(1..512); proofSha256?: text(64..64)

    type Acknowledged
    messageId: uuid; acknowledgedBy: text; by: AcknowledgementKind
    """#
}
