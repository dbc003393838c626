-- The figures' counters. What happens is appended as entries, each added up over one batch or step, so that no two
-- transactions wait for a counter; every few seconds they are folded by day, dekad, month and year, once by kind and once
-- for all kinds together. A figure is the sum of the few whole spans that make up its period and of the entries not folded
-- yet.
create table figure_entry (
  id                  bigint  not null generated always as identity primary key,
  day                 date    not null,
  region              text    not null,
  channel             text    not null,
  category            text    not null,
  received            integer not null default 0,
  acceptable          integer not null default 0,
  accepted_in_time    integer not null default 0,
  due                 integer not null default 0,
  concluded_in_time   integer not null default 0,
  accepted            integer not null default 0,
  concluded           integer not null default 0,
  replied             integer not null default 0,
  called_back         integer not null default 0,
  satisfied           integer not null default 0,
  screened            integer not null default 0,
  disputes            integer not null default 0,
  irregular_petitions integer not null default 0
);
create table figure_count (
  -- False: all kinds together, and category is empty.
  by_kind             boolean not null,
  -- 'year', 'month', 'dekad' or 'day', and its first day.
  grain               text    not null,
  day                 date    not null,
  region              text    collate "C" not null,
  channel             text    not null,
  category            text    not null,
  received            integer not null,
  acceptable          integer not null,
  accepted_in_time    integer not null,
  due                 integer not null,
  concluded_in_time   integer not null,
  accepted            integer not null,
  concluded           integer not null,
  replied             integer not null,
  called_back         integer not null,
  satisfied           integer not null,
  screened            integer not null,
  disputes            integer not null,
  irregular_petitions integer not null,
  primary key (by_kind, grain, day, region, channel, category)
);

-- What the counters hold of one petition beside its receipt, and what digests and checks ask of it. A petition that
-- nobody has touched since it was received has no row.
create table petition_tally (
  petition_id       uuid        not null primary key,
  category          text        not null,
  acceptable_on     date,
  accepted_in_time  boolean     not null,
  due_on            date,
  concluded_in_time boolean     not null,
  accepted_on       date,
  concluded         boolean     not null,
  replied           boolean     not null,
  called_back_on    date,
  satisfied         boolean     not null,
  -- The division whose bureau has the case.
  region            text        collate "C" not null,
  archived_at       timestamptz,
  -- When it was last sent back or opened again.
  returned_at       timestamptz
);
create index petition_tally_archived on petition_tally (archived_at) where archived_at is not null;
create index petition_tally_returned on petition_tally (returned_at) where returned_at is not null;

-- Verified facts by subject: who reported the same thing first.
create table verified_fact (
  subject     text        not null,
  fact_code   text        not null,
  petition_id uuid        not null,
  received_at timestamptz not null,
  primary key (subject, fact_code, petition_id)
);

-- What staff record beside petitions: irregular petitions, disputes, problems found by own screening.
create table staff_record (
  id           uuid        not null primary key,
  entry        bigint      not null generated always as identity unique,
  kind         text        not null,
  day          date        not null,
  region       text        collate "C" not null,
  category     text,
  petition_id  uuid,
  letter_id    uuid,
  -- Places or cases looked at, problems found; people who took part.
  searched     bigint,
  found        bigint,
  people       bigint,
  summary      text,
  recorded_by  text        not null,
  recorded_at  timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawal   text
);
create index staff_record_region on staff_record (region, entry);

-- Work reminder letters (工作提示函) from the draft to the end.
create table reminder_letter (
  id          uuid        not null primary key,
  entry       bigint      not null generated always as identity unique,
  number      text        unique,
  status      text        not null,
  cause       text        not null,
  check_id    uuid,
  from_unit   text        not null,
  from_region text        collate "C" not null,
  to_unit     text        not null,
  to_region   text        collate "C" not null,
  sequence    bigint      not null,
  file        jsonb       not null,
  updated_at  timestamptz not null
);
-- One draft at a time gathers the findings of a cause for a bureau.
create unique index reminder_letter_draft on reminder_letter (from_unit, to_unit, cause) where status = 'draft';
create index reminder_letter_to on reminder_letter (to_region, entry);
-- Document numbers run without gaps within a year and a unit.
create table document_number (
  series text   not null,
  year   int    not null,
  last   bigint not null,
  primary key (series, year)
);

-- Monthly field checks: the seed is committed to before the month's cases are closed, and revealed with the draw.
create table monthly_check (
  id           uuid        not null primary key,
  region       text        collate "C" not null,
  month        text        not null,
  status       text        not null,
  sequence     bigint      not null,
  purpose      text        not null,
  contributor  text        not null,
  commitment   text        not null,
  seed         text        not null,
  committed_at timestamptz not null,
  drawn_at     timestamptz,
  pool_size    bigint,
  pool_sha256  text,
  sample_size  bigint,
  rule         jsonb,
  unique (region, month)
);
create table monthly_check_pool (
  check_id uuid not null primary key,
  document text not null
);
create table monthly_check_case (
  check_id        uuid        not null,
  rank            bigint      not null,
  petition_id     uuid        not null,
  petition_number text        not null,
  region          text        not null,
  passed          boolean,
  checked_at      timestamptz,
  checked_by      text,
  unit            text,
  summary         text,
  primary key (check_id, rank),
  unique (check_id, petition_id)
);

create table digest (
  day     date        not null,
  region  text        collate "C" not null,
  unit    text        not null,
  at      timestamptz not null,
  content jsonb       not null,
  primary key (day, region)
);
-- How far the last digest has looked: the entry of the newest petition then.
create table digest_mark (
  only_row boolean primary key default true check (only_row),
  entry    bigint  not null
);

create table reward (
  id              uuid        not null primary key,
  entry           bigint      not null generated always as identity unique,
  petition_id     uuid        not null,
  petition_number text        not null,
  region          text        collate "C" not null,
  status          text        not null,
  file            jsonb       not null,
  updated_at      timestamptz not null
);
-- A petition is rewarded once; a refusal may be looked at again.
create unique index reward_petition on reward (petition_id) where status <> 'refused';
create index reward_region on reward (region, entry);
-- Which facts a reward was granted for: each is rewarded once while it lasts.
create table rewarded_fact (
  subject     text not null,
  fact_code   text not null,
  petition_id uuid not null,
  reward_id   uuid not null,
  primary key (subject, fact_code, petition_id)
);

-- The first digest and the first check start themselves: their timers are due since ever.
insert into timer (id, kind, subject, due_at, data)
values (gen_random_uuid(), 'petition.daily-digest', '', '2000-01-01T00:00:00Z', ''),
  (gen_random_uuid(), 'petition.monthly-check', '', '2000-01-01T00:00:00Z', '');

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert on digest, verified_fact, rewarded_fact, monthly_check_pool to %I', service);
  execute format('grant select, insert, delete on figure_entry to %I', service);
  execute format('grant select, insert, update on figure_count, petition_tally, staff_record, reminder_letter,
    document_number, monthly_check, monthly_check_case, digest_mark, reward to %I', service);
end $$;
