-- What of a petition changes by itself: its clocks, how many events it has had, how many petitions are on its matter.
-- Apart from the petition's own row, so that telling of a day's dates, or of a thousand repeats, rewrites narrow rows under
-- a few short indexes that grow in order, and never the wide one under all of its own. Whoever changes a petition locks its
-- row here first, in the order of the entries.
create table petition_clock (
  entry            bigint      not null primary key,
  -- When the petition was received: the order of the list of those that are late.
  received         timestamptz not null,
  acceptance_basis uuid        not null,
  -- Every clock, as the program keeps it; null while there is but the one of receipt, untouched.
  clocks           jsonb,
  -- The next instant at which a clock has something to tell; null when none has.
  attention_at     timestamptz,
  -- When the clock that runs will have run out; null when none runs or it is told of.
  due_at           timestamptz,
  -- The earliest end that was missed and is not made good; null when none is.
  missed_at        timestamptz,
  -- True while a date may change when a year's working days are announced.
  is_provisional   boolean     not null default false,
  -- How many events the petition has had.
  sequence         bigint      not null,
  -- How many petitions on the matter there are, this one included; null while it stands alone.
  repeats          integer,
  -- Counts the changes that staff must have seen before they change the case: the ETag.
  version          bigint      not null default 1,
  updated_at       timestamptz not null
);

-- An older row without the list has at most two clocks, of which its columns tell.
insert into petition_clock (entry, received, acceptance_basis, clocks, attention_at, due_at, missed_at, is_provisional,
  sequence, repeats, version, updated_at)
select p.entry, p.received_at, p.acceptance_basis, case
    when p.clocks is not null then p.clocks
    when p.acceptance_met_at is null and p.acceptance_overdue_at is null and p.conclusion_basis is null then null
    else jsonb_strip_nulls(jsonb_build_array(
      jsonb_build_object('basis', p.acceptance_basis, 'start', to_char(p.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'metAt', to_char(p.acceptance_met_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'overdueAt', to_char(p.acceptance_overdue_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
      || case when p.conclusion_basis is null then '[]' else jsonb_build_array(
        jsonb_build_object('basis', p.conclusion_basis, 'start', to_char(p.conclusion_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          'metAt', to_char(p.conclusion_met_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'overdueAt', to_char(p.conclusion_overdue_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
      end)
  end,
  p.attention_at, p.due_at, case when p.is_overdue then coalesce((
    select min(b.due_at) from deadline_basis b
    where b.id = p.acceptance_basis and p.acceptance_overdue_at is not null and p.acceptance_met_at is null
      or b.id = p.conclusion_basis and p.conclusion_overdue_at is not null and p.conclusion_met_at is null
  ), p.updated_at) end,
  p.is_provisional, p.sequence, (p.file -> 'matter' ->> 'repeats')::integer, p.version, p.updated_at
from petition p order by p.entry;

create index petition_clock_attention on petition_clock (attention_at) where attention_at is not null;
create index petition_clock_due on petition_clock (due_at, entry) where due_at is not null;
create index petition_clock_missed on petition_clock (received, entry) where missed_at is not null;
create index petition_clock_provisional on petition_clock (entry) where is_provisional;

-- Their indexes go with them.
alter table petition
  drop column clocks, drop column attention_at, drop column due_at, drop column is_overdue, drop column is_provisional,
  drop column sequence, drop column version, drop column updated_at,
  drop column acceptance_basis, drop column acceptance_met_at, drop column acceptance_overdue_at,
  drop column conclusion_basis, drop column conclusion_start, drop column conclusion_met_at,
  drop column conclusion_overdue_at;

-- Who is searched for by telephone or e-mail is found by the trait that the same hash begins.
insert into petition_trait (trait, entry)
select 1::bigint << 56 | ('x' || encode(substr(hash, 1, 7), 'hex'))::bit(56)::bigint, entry
from petition_vault cross join lateral (values (phone), (email)) as contact(hash)
where hash is not null on conflict do nothing;
alter table petition_vault drop column phone, drop column email;

do $$
begin
  execute format(
    'grant select, insert, update on petition_clock to %I', current_setting('ecoredress.service_role'));
end $$;
