-- The figures' counters of what restorations did, as those of cases: entries appended by a trigger, folded by day, dekad,
-- month and year, for the county, department and source that the case had then.
create table result_entry (
  id          bigint  not null generated always as identity primary key,
  day         date    not null,
  region      text    not null,
  department  text    not null,
  clue_source text    not null,
  mode        text    not null,
  unit        text    not null,
  quantity    numeric not null
);
create table result_count (
  -- 'year', 'month', 'dekad' or 'day', and its first day.
  grain       text    not null,
  day         date    not null,
  region      text    collate "C" not null,
  department  text    not null,
  clue_source text    not null,
  mode        text    not null,
  unit        text    not null,
  quantity    numeric not null,
  primary key (grain, day, region, department, clue_source, mode, unit)
);

create function count_results() returns trigger language plpgsql
set search_path from current as $$
begin
  insert into result_entry (day, region, department, clue_source, mode, unit, quantity)
  select shanghai_day(r.done_at), r.region, coalesce(c.department, ''), c.clue_source, r.mode, r.unit, sum(r.quantity)
  from new_results r join compensation_case c on c.id = r.case_id
  group by 1, 2, 3, 4, 5, 6;
  return null;
end $$;
create trigger restoration_result_counted after insert on restoration_result
  referencing new table as new_results for each statement execute function count_results();

-- What was there before.
insert into result_entry (day, region, department, clue_source, mode, unit, quantity)
select shanghai_day(r.done_at), r.region, coalesce(c.department, ''), c.clue_source, r.mode, r.unit, sum(r.quantity)
from restoration_result r join compensation_case c on c.id = r.case_id
group by 1, 2, 3, 4, 5, 6;

-- What is counted and booked goes to this schema's tables, whoever writes and wherever names lead there.
alter function count_new_cases() set search_path from current;
alter function count_changed_cases() set search_path from current;
alter function hold_account() set search_path from current;
alter function follow_entries() set search_path from current;

-- How many enterprises of a county are insured.
create index insurance_policy_cover on insurance_policy (region, holder, from_day, through_day) where holder is not null;

-- A step changes a case's row and none of the keys that lists go by: with room on its page, no index is touched.
alter table compensation_case set (fillfactor = 75);

-- Figures go by the counters, and the rows by their case.
drop index restoration_result_region;

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert, delete on result_entry to %I', service);
  execute format('grant select, insert, update on result_count to %I', service);
end $$;
