-- What follows from ratings: the register of units and inspectors, inspection plans, the positive list, double-random
-- draws and their public results; and how counties are scored.

-- Units that can be drawn for inspection (检查对象名录库), and who inspects (执法检查人员名录库).
create table supervised_unit (
  subject          text        not null primary key,
  entry            bigint      not null generated always as identity unique,
  region           text        collate "C" not null,
  inspection_class text        not null,
  groups           text[]      not null,
  trades           text[]      not null,
  -- Grams; null where nobody has said.
  daily_emission   bigint,
  is_active        boolean     not null,
  version          bigint      not null,
  updated_at       timestamptz not null
);
create index supervised_unit_region on supervised_unit (region, entry);
create table inspector (
  -- The number of the certificate (执法证号).
  number     text        collate "C" not null primary key,
  region     text        collate "C" not null,
  -- Subjects for which the inspector stands back.
  interests  text[]      not null,
  is_active  boolean     not null,
  version    bigint      not null,
  updated_at timestamptz not null
);
create index inspector_region on inspector (region, number);

-- How often and how each rated subject is inspected: follows from its rating, its ledger, the register and the positive
-- list.
create table inspection_plan (
  subject       text        not null primary key,
  entry         bigint      not null generated always as identity unique,
  region        text        collate "C" not null,
  colour        text        not null,
  -- Exact, as rule packs write numbers.
  per_year      text        not null,
  mode          text        not null,
  reasons       text[]      not null,
  -- Until when the record makes it a special unit of draws; its colour may too.
  special_until timestamptz,
  rule          text        not null,
  pack          text        not null,
  pack_sha256   text        not null,
  rule_article  text,
  updated_at    timestamptz not null
);
create index inspection_plan_region on inspection_plan (region, entry);
create index inspection_plan_mode on inspection_plan (mode, entry);

-- The positive list (正面清单), with everything that was ever on it.
create table positive_listing (
  id             uuid        not null primary key,
  entry          bigint      not null generated always as identity unique,
  subject        text        not null,
  region         text        collate "C" not null,
  ground         text        not null,
  status         text        not null,
  recommended_at timestamptz not null,
  decided_at     timestamptz,
  decided_by     text,
  screening      text[]      not null,
  unmet          text[]      not null,
  valid_until    timestamptz,
  removed_at     timestamptz,
  cause          text,
  fact_codes     text[]      not null,
  barred_until   timestamptz,
  rule           text        not null,
  pack           text        not null,
  pack_sha256    text        not null,
  rule_article   text,
  version        bigint      not null
);
create index positive_listing_subject on positive_listing (subject, entry);
create unique index positive_listing_open on positive_listing (subject) where status in ('recommended', 'listed');
create index positive_listing_status on positive_listing (status, entry);
create index positive_listing_region on positive_listing (region, entry);

-- Double-random draws: the seed is committed to before the pools are fixed, and revealed with the release.
create table inspection_draw (
  id                    uuid        not null primary key,
  entry                 bigint      not null generated always as identity unique,
  region                text        collate "C" not null,
  level                 text        not null,
  quarter               text        collate "C" not null,
  status                text        not null,
  sequence              bigint      not null,
  purpose               text        not null,
  contributor           text        not null,
  commitment            text        not null,
  seed                  text        not null,
  contributions         jsonb       not null,
  committed_at          timestamptz not null,
  drawn_at              timestamptz,
  released_at           timestamptz,
  strata                jsonb       not null,
  inspector_pool_size   bigint      not null,
  inspector_pool_sha256 text        not null,
  inspectors_each       bigint      not null,
  result_sha256         text        not null,
  unique (region, quarter)
);
-- The pools as they were hashed: each class of units, and `inspectors`.
create table inspection_draw_pool (
  draw_id  uuid not null references inspection_draw,
  pool     text not null,
  document text not null,
  primary key (draw_id, pool)
);
create table inspection_assignment (
  draw_id           uuid        not null references inspection_draw,
  rank              bigint      not null,
  inspection_class  text        not null,
  subject           text        not null,
  region            text        collate "C" not null,
  inspectors        text[]      not null,
  avoided           text[]      not null,
  inspection_number text,
  inspected_at      timestamptz,
  on_site           boolean,
  problems          boolean,
  fact_codes        text[],
  publish_by        timestamptz,
  result_rule       jsonb,
  recorded_by       text,
  published_at      timestamptz,
  -- The order in which results became public.
  public_entry      bigint,
  primary key (draw_id, rank),
  unique (draw_id, subject)
);
create index inspection_assignment_subject on inspection_assignment (subject, draw_id);
create unique index inspection_assignment_public on inspection_assignment (public_entry)
  where public_entry is not null;
create index inspection_assignment_due on inspection_assignment (publish_by)
  where inspected_at is not null and published_at is null;
create sequence inspection_public_entry;

-- Compensation cases as far as they count for their counties. Events may come in any order; what one says stays.
create table county_case (
  case_id     uuid        not null primary key,
  case_number text        not null,
  county      text        collate "C" not null,
  clue_source text,
  clue_at     timestamptz,
  closed_at   timestamptz,
  outcome     text
);
create index county_case_clue on county_case (county, clue_at) where clue_at is not null;
create index county_case_closed on county_case (county, closed_at) where closed_at is not null;

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert on inspection_draw_pool to %I', service);
  execute format('grant select, insert, update on supervised_unit, inspector, inspection_plan, positive_listing,
    inspection_draw, inspection_assignment, county_case to %I', service);
  execute format('grant usage on sequence inspection_public_entry to %I', service);
end $$;
