-- Damage as it was assessed. Rows are inserted only; the last one of a case counts.
create table damage_assessment (
  id         uuid        not null primary key,
  entry      bigint      not null generated always as identity unique,
  case_id    uuid        not null,
  method     text        not null,
  form       text,
  is_simple  boolean     not null,
  amount_fen bigint      not null check (amount_fen >= 0),
  -- Inputs, heads of loss, derivation and rules.
  document   jsonb       not null,
  at         timestamptz not null,
  actor      text        not null
);
create index damage_assessment_case on damage_assessment (case_id, entry);

create table insurance_policy (
  id          uuid        not null primary key,
  entry       bigint      not null generated always as identity unique,
  number      text        not null unique,
  region      text        collate "C" not null,
  -- The enterprise insured; null for the city's pool.
  holder      text,
  from_day    date        not null,
  through_day date        not null,
  version     bigint      not null,
  form        jsonb       not null,
  updated_at  timestamptz not null
);
create index insurance_policy_region on insurance_policy (region, entry);
create index insurance_policy_holder on insurance_policy (holder, entry) where holder is not null;

create table insurance_claim (
  id          uuid        not null primary key,
  entry       bigint      not null generated always as identity unique,
  number      text        not null unique,
  case_id     uuid        not null,
  policy_id   uuid        not null,
  region      text        collate "C" not null,
  status      text        not null,
  claimed_fen bigint      not null check (claimed_fen > 0),
  paid_fen    bigint      not null check (paid_fen between 0 and claimed_fen),
  -- Whether the insurer's period has run out and it still owes.
  is_overdue  boolean     not null,
  file        jsonb       not null,
  updated_at  timestamptz not null
);
-- One claim of a case at a time.
create unique index insurance_claim_open on insurance_claim (case_id) where status in ('filed', 'due');
create index insurance_claim_case on insurance_claim (case_id, entry);
create index insurance_claim_policy on insurance_claim (policy_id);
create index insurance_claim_region on insurance_claim (region, entry);
create index insurance_claim_overdue on insurance_claim (region, entry) where is_overdue;

-- The years of the one account, from their end on.
create table account_year (
  year       int         not null primary key,
  region     text        not null,
  -- 'ended', 'closed' or 'audited'; nothing is booked in a year that is closed.
  status     text        not null,
  is_overdue boolean     not null,
  file       jsonb       not null,
  updated_at timestamptz not null
);

-- The one account (一个账户) in double entry: each row moves an amount from the account it credits to the account it
-- debits, so the sum of all accounts is zero after any sequence of rows. Rows are inserted and never changed or removed;
-- a mistake is righted by a row the other way.
create table account_entry (
  -- Follows from what is booked: booked once, however often it is told.
  id          uuid        not null primary key,
  -- The order of booking. Lists go by it within a year, a kind or a case, so it has no index of its own that a plan could
  -- take by mistake.
  number      bigint      not null generated always as identity,
  year        int         not null,
  day         date        not null,
  kind        text        not null,
  debit       text        not null,
  credit      text        not null,
  amount_fen  bigint      not null check (amount_fen > 0),
  case_id     uuid,
  payment_id  uuid,
  claim_id    uuid,
  project_id  uuid,
  region      text        collate "C" not null,
  -- Who paid, or what the money was spent on.
  class       text        not null,
  -- The bank's number, a voucher, a decision.
  document    text,
  reason      text,
  -- The entry that this one takes back.
  reverses    uuid        unique references account_entry (id),
  actor       text        not null,
  recorded_at timestamptz not null,
  check (debit <> credit),
  check (year = extract(year from day)),
  check (debit in ('bank', 'case', 'suspense', 'interest', 'insurer', 'project')),
  check (credit in ('bank', 'case', 'suspense', 'interest', 'insurer', 'project'))
);
create index account_entry_year on account_entry (year, number);
create index account_entry_kind on account_entry (year, kind, number);
create index account_entry_case on account_entry (case_id, number) where case_id is not null;
create index account_entry_project on account_entry (project_id, number) where project_id is not null;
create index account_entry_claim on account_entry (claim_id, number) where claim_id is not null;

-- Balances: what was booked is appended, added up over one statement, so that no two transactions wait for a balance, and
-- folded by year and account every few seconds.
create table account_delta (
  id      bigint  not null generated always as identity primary key,
  year    int     not null,
  account text    not null,
  debit   numeric not null,
  credit  numeric not null,
  entries bigint  not null
);
create table account_total (
  year    int     not null,
  account text    not null,
  debit   numeric not null,
  credit  numeric not null,
  entries bigint  not null,
  primary key (year, account)
);

-- Money received that belongs to no case, or to none that takes it: it waits here until somebody settles it.
create table suspense_item (
  payment_id  uuid        not null primary key,
  entry       bigint      not null generated always as identity unique,
  -- As the payer named it.
  case_id     uuid        not null,
  region      text        collate "C" not null,
  -- 'unknown-case', 'closed-case', 'no-claim' or 'excess'.
  reason      text        not null,
  amount_fen  bigint      not null check (amount_fen > 0),
  settled_fen bigint      not null default 0 check (settled_fen between 0 and amount_fen),
  received_at timestamptz not null,
  recorded_at timestamptz not null
);
create index suspense_item_open on suspense_item (entry) where settled_fen < amount_fen;
create index suspense_item_case on suspense_item (case_id) where settled_fen < amount_fen;

-- What money of the account is spent on.
create table fund_project (
  id         uuid        not null primary key,
  entry      bigint      not null generated always as identity unique,
  number     text        not null unique,
  region     text        collate "C" not null,
  category   text        not null,
  budget_fen bigint      not null check (budget_fen > 0),
  spent_fen  bigint      not null check (spent_fen between 0 and budget_fen),
  version    bigint      not null,
  form       jsonb       not null,
  updated_at timestamptz not null
);
create index fund_project_region on fund_project (region, entry);

-- The yearly plan (年度任务分解表); one issued anew is another version.
create table annual_plan (
  region  text        collate "C" not null,
  year    int         not null,
  version int         not null,
  tasks   jsonb       not null,
  at      timestamptz not null,
  actor   text        not null,
  primary key (region, year, version)
);
-- The monthly circular (每月调度和通报), as it was issued.
create table monthly_dispatch (
  region text        collate "C" not null,
  month  text        not null,
  at     timestamptz not null,
  lines  jsonb       not null,
  primary key (region, month)
);

-- The figures' counters, as in petitions: entries appended by triggers, folded by day, dekad, month and year.
create table figure_entry (
  id              bigint  not null generated always as identity primary key,
  day             date    not null,
  region          text    not null,
  department      text    not null,
  clue_source     text    not null,
  clues           bigint  not null default 0,
  filed           bigint  not null default 0,
  -- Of the cases filed on the day, those closed by now.
  filed_closed    bigint  not null default 0,
  closed          bigint  not null default 0,
  closed_on_time  bigint  not null default 0,
  closed_by_money bigint  not null default 0,
  amount_fen      numeric not null default 0,
  received_fen    numeric not null default 0,
  spent_fen       numeric not null default 0
);
create table figure_count (
  -- 'year', 'month', 'dekad' or 'day', and its first day.
  grain           text    not null,
  day             date    not null,
  region          text    collate "C" not null,
  department      text    not null,
  clue_source     text    not null,
  clues           bigint  not null,
  filed           bigint  not null,
  filed_closed    bigint  not null,
  closed          bigint  not null,
  closed_on_time  bigint  not null,
  closed_by_money bigint  not null,
  amount_fen      numeric not null,
  received_fen    numeric not null,
  spent_fen       numeric not null,
  primary key (grain, day, region, department, clue_source)
);

-- The day in Shanghai, which is eight hours ahead of UTC the whole year.
create function shanghai_day(at timestamptz) returns date language sql immutable as
$$ select (at at time zone interval '08:00')::date $$;

-- Where one case is counted, by day. An amount is counted on the day on which it was fixed or changed.
create function case_counts(
  sign bigint, opened_at timestamptz, filed_at timestamptz, closed_at timestamptz, status text, amount_fen bigint,
  changed_at timestamptz, file jsonb
) returns table (
  day date, clues bigint, filed bigint, filed_closed bigint, closed bigint, closed_on_time bigint,
  closed_by_money bigint, amount_fen numeric
) language sql immutable as $$
  select * from (values
    (shanghai_day($2), $1, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::numeric),
    (shanghai_day($3), 0, $1, case when $5 = 'closed' then $1 else 0 end, 0, 0, 0, 0),
    (case when $5 = 'closed' then shanghai_day($4) end, 0, 0, 0, $1,
      case when $5 = 'closed'
        and not jsonb_path_exists($8, '$.deadlines[*] ? (@.kind == "close" && exists(@.overdueAt))') then $1 else 0 end,
      case when $5 = 'closed' and $8->'modes' ? 'money' then $1 else 0 end, 0),
    (case when $6 <> 0 then shanghai_day($7) end, 0, 0, 0, 0, 0, 0, $1 * $6::numeric)
  ) as counted(day, clues, filed, filed_closed, closed, closed_on_time, closed_by_money, amount_fen)
  where counted.day is not null
$$;

create function count_new_cases() returns trigger language plpgsql as $$
begin
  insert into figure_entry (day, region, department, clue_source, clues, filed, filed_closed, closed, closed_on_time,
    closed_by_money, amount_fen)
  select t.day, c.region, coalesce(c.department, ''), c.clue_source, sum(t.clues), sum(t.filed), sum(t.filed_closed),
    sum(t.closed), sum(t.closed_on_time), sum(t.closed_by_money), sum(t.amount_fen)
  from new_cases c,
    case_counts(1, c.opened_at, c.filed_at, c.closed_at, c.status, c.amount_fen, c.updated_at, c.file) t
  group by 1, 2, 3, 4;
  return null;
end $$;
create trigger compensation_case_counted_new after insert on compensation_case
  referencing new table as new_cases for each statement execute function count_new_cases();

create function count_changed_cases() returns trigger language plpgsql as $$
begin
  insert into figure_entry (day, region, department, clue_source, clues, filed, filed_closed, closed, closed_on_time,
    closed_by_money, amount_fen)
  with changed as (
    select n.id, n.updated_at from new_cases n join old_cases o on o.id = n.id
    where (n.region, n.department, n.clue_source, n.opened_at, n.filed_at, n.closed_at, n.status, n.amount_fen)
      is distinct from
      (o.region, o.department, o.clue_source, o.opened_at, o.filed_at, o.closed_at, o.status, o.amount_fen)
  ), versions as (
    select 1::bigint as sign, n.*, c.updated_at as changed_at from changed c join new_cases n on n.id = c.id
    union all
    select -1, o.*, c.updated_at from changed c join old_cases o on o.id = c.id
  )
  select t.day, c.region, coalesce(c.department, ''), c.clue_source, sum(t.clues), sum(t.filed), sum(t.filed_closed),
    sum(t.closed), sum(t.closed_on_time), sum(t.closed_by_money), sum(t.amount_fen)
  from versions c,
    case_counts(c.sign, c.opened_at, c.filed_at, c.closed_at, c.status, c.amount_fen, c.changed_at, c.file) t
  group by 1, 2, 3, 4
  having (sum(t.clues), sum(t.filed), sum(t.filed_closed), sum(t.closed), sum(t.closed_on_time),
    sum(t.closed_by_money), sum(t.amount_fen)) is distinct from (0, 0, 0, 0, 0, 0, 0);
  return null;
end $$;
create trigger compensation_case_counted_change after update on compensation_case
  referencing old table as old_cases new table as new_cases for each statement execute function count_changed_cases();

-- Booking and closing a year keep out of each other's way: whoever books holds the account shared until the commit.
create function account_lock() returns bigint language sql stable as
$$ select hashtextextended(concat_ws(' ', current_schema(), 'account'), 0) $$;

create function hold_account() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(account_lock());
  return null;
end $$;
create trigger account_entry_held before insert on account_entry
  for each statement execute function hold_account();

create function follow_entries() returns trigger language plpgsql as $$
declare
  closed int;
begin
  select min(y.year) into closed from new_entries e join account_year y on y.year = e.year where y.status <> 'ended';
  if closed is not null then
    raise exception 'the year % of the account is closed', closed using errcode = 'EA001';
  end if;
  insert into account_delta (year, account, debit, credit, entries)
  select year, account, sum(debit), sum(credit), sum(entries) from (
    select year, debit as account, amount_fen as debit, 0::bigint as credit, 1 as entries from new_entries
    union all
    select year, credit, 0, amount_fen, 0 from new_entries
  ) as legs group by year, account;
  insert into figure_entry (day, region, department, clue_source, received_fen, spent_fen)
  select e.day, e.region, coalesce(c.department, ''), coalesce(c.clue_source, ''),
    sum(case when e.credit in ('case', 'interest') then e.amount_fen::numeric
      when e.debit in ('case', 'interest') then -e.amount_fen else 0 end),
    sum(case when e.debit = 'project' then e.amount_fen::numeric
      when e.credit = 'project' then -e.amount_fen else 0 end)
  from new_entries e left join compensation_case c on c.id = e.case_id
  where e.credit in ('case', 'interest', 'project') or e.debit in ('case', 'interest', 'project')
  group by 1, 2, 3, 4;
  return null;
end $$;
create trigger account_entry_followed after insert on account_entry
  referencing new table as new_entries for each statement execute function follow_entries();

-- Nobody changes or removes an entry, the owner included.
create function keep_entries() returns trigger language plpgsql as $$
begin
  raise exception 'entries of the account are never changed or removed' using errcode = 'EA002';
end $$;
create trigger account_entry_kept before update or delete or truncate on account_entry
  for each statement execute function keep_entries();

-- What was there before.
insert into figure_entry (day, region, department, clue_source, clues, filed, filed_closed, closed, closed_on_time,
  closed_by_money, amount_fen)
select t.day, c.region, coalesce(c.department, ''), c.clue_source, sum(t.clues), sum(t.filed), sum(t.filed_closed),
  sum(t.closed), sum(t.closed_on_time), sum(t.closed_by_money), sum(t.amount_fen)
from compensation_case c,
  case_counts(1, c.opened_at, c.filed_at, c.closed_at, c.status, c.amount_fen, c.updated_at, c.file) t
group by 1, 2, 3, 4;

insert into account_entry (id, year, day, kind, debit, credit, amount_fen, case_id, payment_id, region, class, document,
  actor, recorded_at)
select p.id, extract(year from shanghai_day(p.received_at)), shanghai_day(p.received_at),
  case when c.id is null then 'suspense' else 'receipt' end, 'bank', case when c.id is null then 'suspense' else 'case' end,
  p.amount_fen, c.id, p.id, coalesce(c.region, '000000'), p.payer, p.payment_number, 'compensation', p.recorded_at
from payment p left join compensation_case c on c.id = p.case_id;
insert into suspense_item (payment_id, case_id, region, reason, amount_fen, received_at, recorded_at)
select p.id, p.case_id, '000000', 'unknown-case', p.amount_fen, p.received_at, p.recorded_at
from payment p where not exists (select from compensation_case c where c.id = p.case_id);

-- The first circular and the first end of a year start themselves: their timers are due since ever.
insert into timer (id, kind, subject, due_at, data)
values (gen_random_uuid(), 'compensation.monthly-dispatch', '', '2000-01-01T00:00:00Z', ''),
  (gen_random_uuid(), 'compensation.account-year', '', '2000-01-01T00:00:00Z', '');

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant execute on function shanghai_day, case_counts, account_lock to %I', service);
  execute format('grant select, insert on damage_assessment, account_entry, annual_plan, monthly_dispatch to %I', service);
  execute format('grant select, insert, delete on figure_entry, account_delta to %I', service);
  execute format('grant select, insert, update on insurance_policy, insurance_claim, account_year, account_total,
    suspense_item, fund_project, figure_count to %I', service);
end $$;
