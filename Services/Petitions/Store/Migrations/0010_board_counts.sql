-- The board's counters: how many cases are open, by place, step and the end of the clock that runs, so that what the board
-- shows takes as long as there are places and days, however many cases are open. What changes is appended as entries, added
-- up over a batch, and folded every few seconds, as the figures are.
create table board_entry (
  id     bigint      not null generated always as identity primary key,
  region text        collate "C" not null,
  status text        not null,
  -- When the clock that runs ends; -infinity where an end was missed and is not made good, infinity where none runs.
  due_at timestamptz not null,
  open   bigint      not null
);
create table board_count (
  region text        collate "C" not null,
  status text        not null,
  due_at timestamptz not null,
  open   bigint      not null,
  primary key (region, status, due_at)
);

create function board_due(due_at timestamptz, missed_at timestamptz) returns timestamptz language sql immutable as
$$ select case when missed_at is not null then '-infinity'::timestamptz else coalesce(due_at, 'infinity'::timestamptz) end $$;

-- The narrow row of a petition comes with the petition; both are there when this runs. Each wide row is looked up by its
-- key: a join of the planner's choice might read all there are.
create function count_new_open() returns trigger language plpgsql
set search_path from current as $$
begin
  insert into board_entry (region, status, due_at, open)
  select p.region, p.status, board_due(n.due_at, n.missed_at), count(*)
  from new_clocks n cross join lateral (
    select region, status from petition
    where petition.entry = n.entry and status not in ('archived', 'final', 'merged', 'refused') offset 0) p
  group by 1, 2, 3;
  return null;
end $$;
-- lock: intake waits for the count below, some ten seconds for a million petitions, and then takes in what waited.
create trigger petition_clock_counted_new after insert on petition_clock
  referencing new table as new_clocks for each statement execute function count_new_open();

-- Only cases whose end has changed are looked up; what was before and is now is not joined, since the planner knows nothing
-- of how many there are.
create function count_changed_ends() returns trigger language plpgsql
set search_path from current as $$
begin
  insert into board_entry (region, status, due_at, open)
  select p.region, p.status, c.due_at, sum(c.change)
  from (
    select entry, due_at, sum(change) as change from (
      select entry, board_due(due_at, missed_at) as due_at, 1 as change from new_clocks
      union all
      select entry, board_due(due_at, missed_at), -1 from old_clocks) as versions
    group by 1, 2 having sum(change) <> 0) as c
  cross join lateral (
    select region, status from petition
    where petition.entry = c.entry and status not in ('archived', 'final', 'merged', 'refused') offset 0) p
  group by 1, 2, 3 having sum(c.change) <> 0;
  return null;
end $$;
-- lock: as above.
create trigger petition_clock_counted_change after update on petition_clock
  referencing old table as old_clocks new table as new_clocks
  for each statement execute function count_changed_ends();

-- Steps of staff; whatever else is written of a petition costs nothing here.
create function count_changed_step() returns trigger language plpgsql
set search_path from current as $$
begin
  insert into board_entry (region, status, due_at, open)
  select new.region, s.status, board_due(c.due_at, c.missed_at), s.change
  from petition_clock c cross join (values (old.status, -1), (new.status, 1)) as s(status, change)
  where c.entry = new.entry and s.status not in ('archived', 'final', 'merged', 'refused');
  return null;
end $$;
-- lock: as above.
create trigger petition_counted_step after update of status on petition
  for each row when (old.status is distinct from new.status) execute function count_changed_step();

-- What was there before.
-- lock: as above; it reads the petitions once, and the table it fills was made here.
insert into board_count (region, status, due_at, open)
select p.region, p.status, board_due(c.due_at, c.missed_at), count(*)
from petition p join petition_clock c using (entry)
where p.status not in ('archived', 'final', 'merged', 'refused') group by 1, 2, 3;

-- The backlog cases (积案), counted from the index alone.
-- lock: as above; only the cases of the backlog are in it.
create index if not exists petition_backlog_region on petition (region)
  where file -> 'matter' ? 'backlog' and status <> 'archived';

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert, delete on board_entry to %I', service);
  execute format('grant select, insert, update, delete on board_count to %I', service);
  -- The triggers run as the service: what they call it must be allowed to call.
  execute format('grant execute on function board_due to %I', service);
end $$;
