-- How agencies' endpoints are served: order, pace, keys that change, circuit, what went wrong, hours, replays.

alter table endpoint
  -- One delivery of a subject after the other, when the agency asks for it. Who had that before keeps it.
  add column ordered            boolean     not null default true,
  -- The most requests in flight at once.
  add column concurrency        smallint    not null default 1 check (concurrency between 1 and 32),
  -- The most requests a minute: what the agency asks for, and what the endpoint itself allowed when it was verified.
  add column per_minute         integer     check (per_minute >= 1),
  add column allowed_per_minute integer     check (allowed_per_minute >= 1),
  -- When the next request may begin, by that pace.
  add column next_slot_at       timestamptz,
  -- When the endpoint last said that it wants our events, at the URL that the subscription has.
  add column verified_at        timestamptz,
  -- How often the circuit opened since the last success.
  add column openings           integer     not null default 0,
  -- Slow and failing ones share a few places, so that they hold none of those that work.
  add column is_slow            boolean     not null default false,
  -- When its owner was last told that it fails, and when somebody last tried it by hand.
  add column warned_at          timestamptz,
  add column tested_at          timestamptz,
  -- Counts what people changed: the entity tag.
  add column version            bigint      not null default 1;
alter table endpoint alter column ordered set default false, alter column concurrency set default 4;
update endpoint e set verified_at = s.decided_at from subscription s where s.id = e.id and s.status <> 'requested';
drop index endpoint_wake;
create index endpoint_wake on endpoint (is_slow, wake_at) where wake_at is not null;

-- The keys that sign for an endpoint, sealed for this service: who reads the table cannot sign. All that have not ended
-- sign every delivery, so that a receiver may change from one to the next in its own time.
create table endpoint_key (
  id          uuid        not null primary key,
  endpoint_id uuid        not null,
  -- v1: HMAC-SHA256; v1a: ed25519.
  scheme      text        not null check (scheme in ('v1', 'v1a')),
  sealed      bytea       not null,
  public_key  text        check ((public_key is not null) = (scheme = 'v1a')),
  made_at     timestamptz not null,
  made_by     text        not null,
  -- Null as long as nobody has changed it.
  ends_at     timestamptz
);
create index endpoint_key_endpoint on endpoint_key (endpoint_id, made_at);
insert into endpoint_key (id, endpoint_id, scheme, sealed, made_at, made_by)
  select gen_random_uuid(), id, 'v1', secret, requested_at, agency from subscription;
alter table subscription drop column secret;

alter table delivery
  -- How often it was asked for again after it was settled.
  add column replays      integer not null default 0,
  -- How many attempts were made since then: what the retry schedule counts.
  add column round        integer not null default 0,
  -- How long the last attempt took.
  add column milliseconds integer;
update delivery set round = attempts;
create index delivery_endpoint on delivery (endpoint_id, ordinal);
create index delivery_exhausted on delivery (endpoint_id, ordinal) where status = 'exhausted';

-- Attempts that failed. The one that succeeded stands in the delivery. Never changed; goes with its time.
create table delivery_attempt (
  delivery_id  uuid        not null,
  endpoint_id  uuid        not null,
  number       integer     not null,
  made_at      timestamptz not null,
  status       integer,
  failure      text        not null,
  milliseconds integer     not null
);
create index delivery_attempt_delivery on delivery_attempt (delivery_id, number);
create index delivery_attempt_made on delivery_attempt (made_at);

-- What became of attempts, hour by hour: statistics of a day or a month read a few rows, however much was delivered.
create table endpoint_hour (
  endpoint_id uuid        not null,
  hour        timestamptz not null,
  delivered   bigint      not null,
  failed      bigint      not null,
  exhausted   bigint      not null,
  -- How many answers came within each of the bounds of `ResponseTimes`; the last one is for those beyond.
  times       bigint[]    not null,
  primary key (endpoint_id, hour)
);
create index endpoint_hour_hour on endpoint_hour (hour);

-- What an agency asks to be sent again. Worked off page by page by whoever has the lease.
create table replay (
  id           uuid        not null primary key,
  entry        bigint      not null generated always as identity unique,
  endpoint_id  uuid        not null,
  -- failed: deliveries that were given up; missing: whatever was published and not delivered.
  kind         text        not null check (kind in ('failed', 'missing')),
  since        timestamptz not null,
  until        timestamptz not null,
  status       text        not null default 'running' check (status in ('running', 'finished', 'cancelled', 'failed')),
  -- Where it stands: the last ordinal looked at, or for each partition the next offset and the end.
  positions    jsonb       not null default '{}',
  examined     bigint      not null default 0,
  queued       bigint      not null default 0,
  failure      text,
  requested_by text        not null,
  requested_at timestamptz not null,
  finished_at  timestamptz,
  lease        uuid,
  leased_until timestamptz
);
create index replay_running on replay (entry) where status = 'running';
create index replay_endpoint on replay (endpoint_id, entry);

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert, update on endpoint_key, replay to %I', service);
  execute format('grant select, insert, delete on delivery_attempt to %I', service);
  execute format('grant select, insert, update, delete on endpoint_hour to %I', service);
end $$;
