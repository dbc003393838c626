extension HTTPContract {
  /// What every service has: health, the operator's clock, the contracts, and the problems that any route may answer with.
  static let common: StaticString = #"""
    # Contracts -- what outsiders program against; for everybody

    GET /openapi.json open
    This document.
    > 200 object

    GET /asyncapi.json open
    The AsyncAPI 3.0 document of all topics and events.
    > 200 object

    GET /schemas open
    The event types that have a schema.
    > 200 SchemaList

    GET /schemas/{type} open
    The JSON Schema (2020-12) of an event type; the address that events carry as `dataschema`.
    The type may be written as `urn:ecoredress:schema:<type>` too.
    > 200 application/schema+json

    # Operation -- for the platform and its operators

    GET /healthz open
    Alive: requests are answered.
    > 200 Health
    eg 200 {"status":"alive"}

    GET /readyz open
    Ready for work; 503 with the reason when it is not. `degraded` says what is wrong although staff can go on.
    > 200 Readiness
    > 503 Readiness
    eg 200 {"status":"ok","components":{"database":{"status":"ok"}}}

    GET /metrics open
    Figures of the process, as Prometheus reads them.
    > 200 text/plain

    GET /operator/clock operator
    Where the business clock stands and what is still to do.
    > 200 ClockState

    POST /operator/clock operator
    Moves the business clock on; outside production, and where it stands still.
    < ClockMove
    > 200 ClockState
    ! clock-follows-real-time
    eg < {"now":"2026-03-02T09:00:00+08:00"}
    eg 200 {"now":"2026-03-02T01:00:00Z","nextTimer":null,"pending":{"timersDue":0,"outbox":0,"inbound":0}}

    type SchemaList
    schemas: [SchemaLink]

    type SchemaLink
    type: text -- the event type; id: text -- the schema's name; path: text -- where this service has it

    type Health
    status: text

    type Readiness
    status: ok|degraded|down; components: {ComponentState}

    type ComponentState
    status: text; reason?: text

    type Nothing

    type ClockMove
    now: instant -- not before where the clock stands

    type ClockState
    now: instant -- business time; nextTimer: instant?; pending: PendingWork

    type PendingWork
    timersDue: integer(0..9223372036854775807); outbox: integer(0..9223372036854775807);
      inbound: integer(0..9223372036854775807)

    type Problem
    type: text -- urn:ecoredress:problem: and the code; title: text; status: integer(400..599); code: text -- stable, for programs;
      detail?: text; field?: text -- the part of the request that is wrong, as a path; remedy?: text -- what the caller can do;
      instance: text; requestId: text -- under which the log has more

    problem unauthenticated 401 A token is needed | Send the header Authorization: Bearer and a token of the configured issuer.
    problem role-missing 403 The caller's role does not allow this | Use a token with one of the roles named.
    problem region-forbidden 403 The caller may not act in this region | Use a token whose regions cover the case.
    problem not-found 404 There is no such resource, or not for this caller | Look for it in the list.
    problem method-not-allowed 405 The resource does not know this method | Use a method that Allow names.
    problem clock-follows-real-time 409 The business clock follows real time | Set BUSINESS_CLOCK_START outside production.
    problem request-under-way 409 The request with this key is under way | Send it again later; it then gets the answer of the
      first.
    problem precondition-failed 412 The resource has changed since it was read | Read it again, look at what is new, and send the
      request with its new ETag.
    problem body-too-slow 408 The request body took too long to come | Send it at once, over a connection that is not as slow.
    problem body-too-large 413 The request body is too large | Send less, or attachments one by one.
    problem media-type-unsupported 415 The request body is not JSON | Send application/json.
    problem query-invalid 422 A parameter of the query is wrong | Send what the answer expects in its place.
    problem query-unknown 422 The list does not know a parameter of the query | Use the parameters that the answer lists.
    problem idempotency-key-missing 422 The request needs an Idempotency-Key | Send a key of your own, and the same one when you send
      the request again.
    problem idempotency-key-reused 422 This key was used for another request | Use a new key for a new request.
    problem idempotency-key-malformed 400 The header holds no key | Send a UUID, for instance.
    problem entity-tag-malformed 400 The header holds no entity tags | Send the ETag of the answer as it stood there, with its quotes.
    problem request-refused 400 The request cannot be understood | Send well-formed HTTP.
    problem precondition-required 428 The request must say which version it changes | Read the resource and send its ETag as If-Match.
    problem too-many-requests 429 Asked too often | Wait as long as Retry-After says.
    problem internal 500 The service made a mistake | Tell the operator the request id; the reason is in the log.
    problem unavailable 503 The service cannot answer now | Nothing was kept. Send the request again later.
    problem shutting-down 503 The service is shutting down | Nothing was kept. Send the request again later.
    problem outcome-unknown 503 The connection to the database broke meanwhile | It may have been kept. Look, or send the same again
      with the same identifiers: it takes effect once.
    problem keys-unavailable 503 The keys to check tokens with cannot be had | Send the request again later.
    """#
}
