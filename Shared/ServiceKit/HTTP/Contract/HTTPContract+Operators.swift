extension HTTPContract {
  /// What operators ask each service, beside its clock: how it stands, and what it could not take in.
  static let operators: StaticString = #"""
    # Operation -- for the platform and its operators

    GET /operator/status operator auditor
    How the service stands: its parts, what waits, and how much it has taken in and published since it started.
    What is counted and how far topics are behind is told by the replica that answers, of the partitions it reads.
    > 200 OperatorStatus
    eg 200 {"service":"scoring","version":"1.0.0","started":"2026-03-02T00:00:00Z","at":"2026-03-02T01:00:00Z",
      "now":"2026-03-02T01:00:00Z","readiness":{"status":"ok","components":{"database":{"status":"ok"}}},
      "outbox":{"waiting":0,"ageSeconds":0},"timers":{"due":0,"failing":0,"next":"2026-03-03T00:00:00Z"},
      "topics":[{"topic":"ecoredress.petitions","name":"petitions","partitions":12,"lag":0,"lagSeconds":0,"taken":120}],
      "deadLetters":{"held":1,"byCode":[{"code":"handler-failed","count":1}]},"pauses":[],"taken":120,"published":80}

    GET /operator/dead-letters operator auditor
    Messages that were refused or held, the newest first. What they hold stays sealed.
    ? state?: rejected|parked|waiting|redriven|discarded; topic?: text -- by its full name; key?: text -- the ordering key;
      code?: text -- why it was not taken in; since?: instant -- kept back then or later; until?: instant -- kept back before;
      cursor?: text; limit?: integer(1..200)
    > 200 DeadLetterPage

    GET /operator/dead-letters/{id} operator auditor
    One of them, without what it holds.
    > 200 DeadLetter
    eg 200 {"id":7,"state":"parked","topic":"ecoredress.petitions","partition":3,"offset":120,"key":"a","code":"handler-failed",
      "message":"PetitionError","attempts":1,"made":"2026-03-02T01:00:00Z"}

    POST /operator/dead-letters/{id}/redrive operator
    Takes the held messages of its key in, in their order; stops at the first that fails again. Audited.
    > 200 DeadLetterRedrive
    ! dead-letter-settled dead-letter-paused dead-letter-sealed dead-letter-topic-unknown

    POST /operator/dead-letters/{id}/discard operator
    Gives a held message up for good; those behind it may go on with the next redrive. Audited.
    < DeadLetterDiscard
    > 200 DeadLetter
    ! dead-letter-settled
    eg < {"reason":"sent twice by the sender"}

    type OperatorStatus
    service: text; version: text; started: instant -- when this replica started; at: instant -- now, by the replica's clock;
      now: instant -- business time; readiness: Readiness; outbox: OutboxBacklog; timers: TimerBacklog; topics: [TopicIntake];
      deadLetters: DeadLettersHeld; pauses: [IntakePause];
      taken: integer(0..9223372036854775807) -- messages taken in since the start; published: integer(0..9223372036854775807) --
      events published since the start

    type OutboxBacklog
    waiting: integer(0..9223372036854775807) -- events not yet published, counted to ten thousand a shard;
      ageSeconds: integer(0..9223372036854775807) -- age of the oldest

    type TimerBacklog
    due: integer(0..9223372036854775807) -- due by business time; failing: integer(0..9223372036854775807) -- failed and tried again;
      next?: instant

    type TopicIntake
    topic: text -- its full name; name: text -- without the deployment's prefix; partitions?: integer(0..2147483647) -- that this
      replica reads; lag?: integer(0..9223372036854775807) -- messages behind the end; lagSeconds?: integer(0..9223372036854775807) --
      how long the oldest has waited; taken: integer(0..9223372036854775807) -- messages taken in since the start

    type DeadLettersHeld
    held: integer(0..9223372036854775807) -- parked, or waiting behind one that is; byCode: [DeadLetterCount]

    type DeadLetterCount
    code: text; count: integer(0..9223372036854775807)

    type IntakePause
    topic: text; partition?: integer(0..2147483647); key?: text; since: instant; by: text; reason: text

    type DeadLetterPage
    deadLetters: [DeadLetter]; next?: text -- the cursor of the next page

    type DeadLetter
    id: integer(1..9223372036854775807); state: rejected|parked|waiting|redriven|discarded; topic: text;
      partition: integer(0..2147483647); offset: integer(0..9223372036854775807); key: text -- what must be handled in order;
      code: text -- why it was not taken in; field?: text; message: text; attempts: integer(0..2147483647); made: instant;
      settled?: instant -- when it was taken in or given up

    type DeadLetterRedrive
    redriven: integer(0..9223372036854775807) -- taken in; left: integer(0..9223372036854775807) -- still held;
      deadLetter: DeadLetter

    type DeadLetterDiscard
    reason: text(1..512) -- why it is given up, for the audit trail

    problem dead-letter-settled 409 The message is not held any more | Look at its state.
    problem dead-letter-paused 409 An operator holds the key of the message back | Resume the key first.
    problem dead-letter-sealed 409 The key that the message was sealed for is not with the service | Run the command dead-letters
      redrive where the key is.
    problem dead-letter-topic-unknown 409 The service does not read this topic any more | Discard the message.
    """#
}
