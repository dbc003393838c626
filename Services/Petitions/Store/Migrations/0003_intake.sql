-- How a petition came in beside what every petition has; null in most rows, which costs nothing.
alter table petition
  add column area       text,
  add column grid       text,
  -- How many people came on a visit; the visit counts as one batch.
  add column visitors   integer,
  -- The registered supervisor who submitted it.
  add column supervisor text;

-- By what the petition is found among others: keyed hashes, eight bytes each. Written with the complaint; a timer spreads
-- them out into petition_trait, off the path of intake.
alter table petition_vault add column traits bytea;

-- The petitions with a trait, in the order of receipt: the newest or the oldest few are found without reading the others.
create table petition_trait (
  trait bigint not null,
  entry bigint not null,
  primary key (trait, entry)
);

-- Petitions that belong together, a row for each direction.
create table petition_relation (
  petition_id  uuid        not null,
  other_id     uuid        not null,
  relation     text        not null,
  reasons      text[]      not null,
  is_automatic boolean     not null,
  actor        text        not null,
  note         text,
  at           timestamptz not null,
  -- When it was taken back.
  ended_at     timestamptz,
  primary key (petition_id, other_id)
);

-- Citizens registered as supervisors (环保监督员); who they are is sealed for the vault.
create table supervisor (
  number        text        not null primary key,
  region        text        not null,
  identity      bytea       not null,
  registered_by text        not null,
  registered_at timestamptz not null,
  ended_at      timestamptz
);
create index supervisor_region on supervisor (region, number);

-- The list of backlog cases (积案). Few petitions are, so that the index is small and intake hardly touches it.
create index petition_backlog on petition (entry) where file -> 'matter' ? 'backlog' and status <> 'archived';

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert on petition_trait to %I', service);
  execute format('grant select, insert, update on petition_relation, supervisor to %I', service);
end $$;
