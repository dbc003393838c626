-- Experts of the city's and the counties' pools. What they are stands in `form`; the columns beside it are what lists and
-- draws ask for.
create table expert (
  number     text        not null primary key,
  -- The order of registration: pages of lists go by it.
  entry      bigint      not null generated always as identity unique,
  region     text        not null,
  level      text        not null,
  grade      text        not null,
  fields     text[]      not null,
  is_active  boolean     not null,
  form       jsonb       not null,
  version    bigint      not null,
  updated_at timestamptz not null
);
create index expert_region on expert (region, entry desc);

-- The last number given out in a region's pool.
create table expert_number (
  region text   not null primary key,
  last   bigint not null
);

-- Bodies that appraise damage.
create table appraisal_body (
  subject       text        not null primary key,
  entry         bigint      not null generated always as identity unique,
  kind          text        not null,
  valid_through text,
  is_active     boolean     not null,
  form          jsonb       not null,
  version       bigint      not null,
  updated_at    timestamptz not null
);

-- Who entered or changed experts and bodies, and to what. Rows are inserted only.
create table register_change (
  subject text        not null,
  number  bigint      not null generated always as identity,
  at      timestamptz not null,
  actor   text        not null,
  form    jsonb       not null,
  primary key (subject, number)
);

-- Joint draws of experts. The service's seed stays here alone until the draw.
create table expert_draw (
  id         uuid        not null primary key,
  entry      bigint      not null generated always as identity unique,
  region     text        not null,
  batch_id   uuid,
  purpose    text        not null,
  seed       text        not null,
  opened_at  timestamptz not null,
  status     text        not null,
  sequence   bigint      not null,
  version    bigint      not null,
  -- Contributions, the order of the draw, confirmations, opinions.
  file       jsonb       not null,
  updated_at timestamptz not null
);
create index expert_draw_region on expert_draw (region, entry desc);

create table expert_draw_case (
  draw_id       uuid    not null references expert_draw (id),
  case_id       uuid    not null,
  is_under_way  boolean not null,
  primary key (draw_id, case_id)
);
-- One draw at a time for each case.
create unique index expert_draw_case_once on expert_draw_case (case_id) where is_under_way;
create index expert_draw_case_case on expert_draw_case (case_id);

-- The pools as they were hashed. Rows are inserted only.
create table expert_draw_pool (
  draw_id  uuid not null primary key references expert_draw (id),
  document text not null
);

-- The steps taken with draws and batches, in order. Rows are inserted only.
create table settlement_step (
  subject uuid        not null,
  number  bigint      not null generated always as identity,
  at      timestamptz not null,
  actor   text        not null,
  step    text        not null,
  detail  jsonb       not null,
  primary key (subject, number)
);

-- Batches of cases of one kind, handled together (集约办案).
create table compensation_batch (
  id         uuid        not null primary key,
  entry      bigint      not null generated always as identity unique,
  number     text        not null,
  region     text        not null,
  title      text        not null,
  likeness   text        not null,
  steps      text[]      not null,
  sequence   bigint      not null,
  version    bigint      not null,
  formed_at  timestamptz not null,
  updated_at timestamptz not null
);
create index compensation_batch_region on compensation_batch (region, entry desc);

create table compensation_batch_case (
  batch_id uuid not null references compensation_batch (id),
  case_id  uuid not null,
  left_at  timestamptz,
  primary key (batch_id, case_id)
);
-- A case is in one batch at a time.
create unique index compensation_batch_case_once on compensation_batch_case (case_id) where left_at is null;

-- What restorations did, in its units: figures add it up (COM-27). Rows are inserted only.
create table restoration_result (
  case_id  uuid        not null,
  number   bigint      not null generated always as identity,
  region   text        not null,
  done_at  timestamptz not null,
  mode     text        not null,
  unit     text        not null,
  work     text,
  quantity numeric     not null check (quantity > 0),
  primary key (case_id, number)
);
create index restoration_result_region on restoration_result (region, done_at);

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format(
    'grant select, insert, update on expert, expert_number, appraisal_body, expert_draw, expert_draw_case,
       compensation_batch, compensation_batch_case to %I', service);
  execute format(
    'grant select, insert on register_change, expert_draw_pool, settlement_step, restoration_result to %I', service);
end $$;
