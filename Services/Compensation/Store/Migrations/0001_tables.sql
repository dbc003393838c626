-- One row a case, from the clue on.
create table compensation_case (
  -- Follows from the clue: the same finding or penalty case, told however often, is one case.
  id             uuid        not null primary key,
  -- The order of opening: pages of lists go by it.
  entry          bigint      not null generated always as identity unique,
  number         text        not null,
  region         text        not null,
  subject        text,
  status         text        not null,
  clue_source    text        not null,
  petition_id    uuid,
  finding_id     uuid,
  penalty_source text,
  penalty_number text,
  -- The complaint or fact at the root; every event of the case carries it.
  correlation    text        not null,
  opened_at      timestamptz not null,
  filed_at       timestamptz,
  closed_at      timestamptz,
  amount_fen     bigint,
  -- Whether a period has run out and is not made good.
  is_overdue     boolean     not null,
  -- How many events it has had.
  sequence       bigint      not null,
  -- Facts, clocks with their derivation, outcome.
  file           jsonb       not null,
  updated_at     timestamptz not null
);
create index compensation_case_petition on compensation_case (petition_id) where petition_id is not null;
create index compensation_case_penalty on compensation_case (penalty_source, penalty_number)
  where penalty_number is not null;
create index compensation_case_region on compensation_case (region text_pattern_ops, entry desc);

-- The steps staff, clocks and other systems took, in order. Rows are inserted only.
create table case_step (
  case_id uuid        not null,
  number  bigint      not null generated always as identity,
  at      timestamptz not null,
  actor   text        not null,
  step    text        not null,
  detail  jsonb       not null,
  primary key (case_id, number)
);

-- What was told about penalty cases. It belongs to whichever compensation case runs beside one, told before or after.
create table penalty_record (
  -- UUIDv5 of (source, the fact's number there).
  id             uuid        not null primary key,
  penalty_source text        not null,
  penalty_number text        not null,
  kind           text        not null,
  at             timestamptz not null,
  detail         jsonb       not null,
  recorded_at    timestamptz not null
);
create index penalty_record_case on penalty_record (penalty_source, penalty_number, at);

-- Money received on the one account. A payment that names no known case waits here under the case it names and never
-- vanishes.
create table payment (
  -- UUIDv5 of (source, payment_number): booked once, however often it is delivered.
  id             uuid        not null primary key,
  source         text        not null,
  payment_number text        not null,
  case_id        uuid        not null,
  amount_fen     bigint      not null check (amount_fen > 0),
  received_at    timestamptz not null,
  payer          text        not null,
  account        text,
  recorded_at    timestamptz not null
);
create index payment_case on payment (case_id);

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert, update on compensation_case to %I', service);
  execute format('grant select, insert on case_step, penalty_record, payment to %I', service);
end $$;
