-- One row a petition, written at once when a complaint comes in and narrow for it: what has happened since is added by
-- staff. No identity and none of the complainant's words stand here.
create table petition (
  -- UUIDv5 of (source, external_id): this key is the permanent uniqueness of that pair.
  id                    uuid        not null primary key,
  -- UUIDv5 of (source, the event's id). Unique: an event seen before under another external_id is found here, and one
  -- insert finds every repeat without looking first. Every event of the petition carries it as its correlation.
  event                 uuid        not null unique,
  -- The order of receipt: pages of lists go by it, and the vault's rows hang on it.
  entry                 bigint      not null generated always as identity unique,
  -- Keyed hash of what the complaint says: the same again is a duplicate, anything else a supplement.
  content               uuid        not null,
  number                text        not null,
  source                text        not null,
  external_id           text        not null,
  channel               text        not null,
  category              text        not null,
  region                text        not null,
  unit                  text        not null,
  subject               text,
  is_secret             boolean     not null,
  reach                 text        not null,
  received_at           timestamptz not null,
  status                text        not null default 'received',
  -- How many events it has had; how many supplements; how many receipts were given for it.
  sequence              bigint      not null,
  supplements           integer     not null default 0,
  receipts              bigint      not null default 1,
  acceptance_basis      uuid        not null,
  acceptance_met_at     timestamptz,
  acceptance_overdue_at timestamptz,
  conclusion_basis      uuid,
  conclusion_start      timestamptz,
  conclusion_met_at     timestamptz,
  conclusion_overdue_at timestamptz,
  -- When the clock that runs will have run out; null when none runs or it is told of.
  due_at                timestamptz,
  -- What has happened since; null while nothing has.
  file                  jsonb,
  updated_at            timestamptz not null
);
-- All petitions of a day share a due date, so entries of this index come in runs and are cheap.
create index petition_due on petition (due_at) where due_at is not null;

-- The sealed side: readable with the vault's key alone. Hangs on the petition's entry, since keys that ascend cost least.
create table petition_vault (
  entry      bigint not null primary key,
  -- The complaint with the complainant's words and identity, sealed for the vault.
  complaint  bytea  not null,
  -- Contact data and query code, sealed for notifications; null when there is nobody to write to.
  contact    bytea,
  -- The identity as the hotline sealed it.
  hotline    bytea,
  -- Keyed hashes for search by exact match, and of the query code.
  phone      bytea,
  email      bytea,
  query_code bytea
);

-- More that came in on a petition: other content under its external_id, or under an event id seen before.
create table petition_supplement (
  petition_id uuid        not null,
  number      integer     not null,
  content     uuid        not null,
  received_at timestamptz not null,
  source      text        not null,
  external_id text        not null,
  event_id    text        not null,
  channel     text        not null,
  -- True when fields of the first complaint are given differently: staff must look.
  contradicts boolean     not null,
  complaint   bytea       not null,
  hotline     bytea,
  primary key (petition_id, number),
  unique (petition_id, content)
);

-- Why due dates are what they are; one row for all petitions whose clock starts on one day under one rule.
create table deadline_basis (
  id              uuid        not null primary key,
  kind            text        not null,
  rule            text        not null,
  pack            text        not null,
  version         text        not null,
  pack_sha256     text        not null,
  article         text        not null,
  start_day       text        not null,
  length          integer     not null,
  unit            text        not null,
  due_at          timestamptz not null,
  internal_due_at timestamptz not null,
  is_provisional  boolean     not null,
  calendar        text        not null,
  derivation      text[]      not null
);

-- The steps staff and the clocks took, in order.
create table petition_step (
  entry  bigint      not null,
  number bigint      not null generated always as identity,
  at     timestamptz not null,
  actor  text        not null,
  step   text        not null,
  detail jsonb       not null,
  primary key (entry, number)
);

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert, update on petition to %I', service);
  execute format('grant select, insert on petition_vault, petition_supplement, deadline_basis, petition_step to %I',
    service);
end $$;
