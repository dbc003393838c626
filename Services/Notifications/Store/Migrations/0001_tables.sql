-- What agencies want to be told, and where. Changed by people, and when an endpoint is switched off.
create table subscription (
  id           uuid        not null primary key,
  -- The order of requests; pages of lists go by it.
  entry        bigint      not null generated always as identity unique,
  agency       text        not null,
  url          text        not null,
  types        text[]      not null,
  regions      text[]      not null,
  colours      text[]      not null,
  -- The key that signs, sealed for this service: who reads the table cannot sign.
  secret       bytea       not null,
  status       text        not null default 'requested' check (status in ('requested', 'approved', 'disabled')),
  reason       text,
  requested_at timestamptz not null,
  decided_by   text,
  decided_at   timestamptz,
  -- How many events were told about the endpoint itself.
  sequence     bigint      not null default 0
);
create index subscription_approved on subscription (id) where status = 'approved';
create index subscription_agency on subscription (agency, entry);

-- The working side of a subscription: whose turn it is, and how it goes. Whoever changes the deliveries of an endpoint,
-- or the status of its subscription, locks this row first. All instants are real time.
create table endpoint (
  id               uuid   not null primary key,
  -- When there is something to do; null when there is nothing.
  wake_at          timestamptz,
  -- Not before this: it asked for a pause, or does not answer.
  rest_until       timestamptz,
  -- The worker that has it; one at a time. A worker that died is outlived by this instant.
  lease            uuid,
  leased_until     timestamptz,
  delivered        bigint not null default 0,
  failed           bigint not null default 0,
  exhausted        bigint not null default 0,
  failing_since    timestamptz,
  failing_attempts integer not null default 0,
  last_attempt_at  timestamptz,
  last_success_at  timestamptz,
  last_status      integer,
  last_failure     text
);
create index endpoint_wake on endpoint (wake_at) where wake_at is not null;

-- Events that at least one subscription wants, once each, as they are posted.
create table announced_event (
  id      uuid        not null primary key,
  type    text        not null,
  body    bytea       not null,
  made_at timestamptz not null default now()
);
create index announced_event_made on announced_event (made_at);

-- One event for one endpoint. The id follows from both, and is the webhook-id of every attempt.
create table delivery (
  id          uuid        not null primary key,
  ordinal     bigint      not null generated always as identity,
  endpoint_id uuid        not null,
  event_id    uuid        not null,
  subject     text        not null,
  status      text        not null default 'pending' check (status in ('pending', 'delivered', 'exhausted')),
  attempts    integer     not null default 0,
  -- Null when settled, and while an earlier one of the same subject is pending: what is due is always the oldest.
  due_at      timestamptz,
  made_at     timestamptz not null default now(),
  settled_at  timestamptz,
  last_status integer,
  last_failure text
);
create index delivery_due on delivery (endpoint_id, due_at, ordinal) where due_at is not null;
create index delivery_pending on delivery (endpoint_id, subject, ordinal) where status = 'pending';
create index delivery_event on delivery (event_id);
create index delivery_made on delivery (made_at);

-- What was told about each petition: counts the events of its subject. Whoever changes the messages of a petition locks
-- this row first.
create table correspondence (
  petition_id uuid   not null primary key,
  sequence    bigint not null default 0
);

-- One contact with a petitioner. The contact data stay sealed and go when the message is settled.
create table message (
  id           uuid        not null primary key,
  ordinal      bigint      not null generated always as identity,
  petition_id  uuid        not null,
  contact      smallint    not null,
  template     text        not null,
  channels     text[]      not null,
  parameters   jsonb       not null,
  region       text        not null,
  expires_at   timestamptz,
  sealed       bytea,
  cause        text        not null,
  correlation  text        not null,
  trace        text,
  status       text        not null default 'pending' check (status in ('pending', 'delivered', 'failed')),
  attempts     integer     not null default 0,
  -- Null when settled, and while an earlier message of the same petition is pending.
  due_at       timestamptz,
  lease        uuid,
  leased_until timestamptz,
  made_at      timestamptz not null default now(),
  settled_at   timestamptz,
  channel      text,
  proof        text,
  proof_sha256 text,
  last_failure text
);
create index message_due on message (due_at, ordinal) where due_at is not null;
create index message_petition on message (petition_id, ordinal);

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert, update on subscription, endpoint, correspondence, message to %I', service);
  -- What was delivered long ago is deleted; proofs of contact are kept.
  execute format('grant select, insert, delete on announced_event to %I', service);
  execute format('grant select, insert, update, delete on delivery to %I', service);
end $$;
