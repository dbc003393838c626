-- The figures' counters of the stages that cases reached, as those of cases and restorations: entries appended by
-- triggers, folded by day, dekad, month and year, for the county, department and source that the case has. In tables of their own,
-- so that a replica of the version before, which folds the others, loses none.
create table stage_entry (
  id          bigint  not null generated always as identity primary key,
  day         date    not null,
  region      text    not null,
  department  text    not null,
  clue_source text    not null,
  stage       text    not null,
  cases       bigint  not null
);
create table stage_count (
  -- 'year', 'month', 'dekad' or 'day', and its first day.
  grain       text    not null,
  day         date    not null,
  region      text    collate "C" not null,
  department  text    not null,
  clue_source text    not null,
  stage       text    not null,
  cases       bigint  not null,
  primary key (grain, day, region, department, clue_source, stage)
);

-- The stages that a case reached, each on the day on which it first did.
create function reached_stages(file jsonb) returns table (stage text, day date) language sql stable
set search_path from current as $$
  select entry ->> 'stage', shanghai_day(min((entry ->> 'at')::timestamptz))
  from jsonb_array_elements(file -> 'stages') as entry group by 1
$$;

create function count_stages_of_new_cases() returns trigger language plpgsql
set search_path from current as $$
begin
  insert into stage_entry (day, region, department, clue_source, stage, cases)
  select s.day, c.region, coalesce(c.department, ''), c.clue_source, s.stage, count(*)
  from new_cases c, reached_stages(c.file) s group by 1, 2, 3, 4, 5;
  return null;
end $$;

create function count_stages_of_changed_cases() returns trigger language plpgsql
set search_path from current as $$
begin
  insert into stage_entry (day, region, department, clue_source, stage, cases)
  with changed as (
    select n.id from new_cases n join old_cases o on o.id = n.id
    where (n.region, n.department, n.clue_source, n.status) is distinct from
      (o.region, o.department, o.clue_source, o.status)
  ), versions as (
    select 1 as sign, n.region, n.department, n.clue_source, n.file from changed c join new_cases n on n.id = c.id
    union all
    select -1, o.region, o.department, o.clue_source, o.file from changed c join old_cases o on o.id = c.id
  )
  select s.day, v.region, coalesce(v.department, ''), v.clue_source, s.stage, sum(v.sign)
  from versions v, reached_stages(v.file) s group by 1, 2, 3, 4, 5 having sum(v.sign) <> 0;
  return null;
end $$;

-- lock: steps of cases wait until what is there is counted, some ten seconds for a million cases.
create trigger compensation_case_stages_new after insert on compensation_case
  referencing new table as new_cases for each statement execute function count_stages_of_new_cases();
-- lock: as above.
create trigger compensation_case_stages_changed after update on compensation_case
  referencing old table as old_cases new table as new_cases for each statement
  execute function count_stages_of_changed_cases();

-- lock: what was there before, counted under the lock of the triggers, so that no step is counted twice or not at all; what is
-- written is a row for each day, county, department, source and stage.
insert into stage_entry (day, region, department, clue_source, stage, cases)
select s.day, c.region, coalesce(c.department, ''), c.clue_source, s.stage, count(*)
from compensation_case c, reached_stages(c.file) s group by 1, 2, 3, 4, 5;

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant execute on function reached_stages to %I', service);
  execute format('grant select, insert, delete on stage_entry to %I', service);
  execute format('grant select, insert, update on stage_count to %I', service);
end $$;
