-- What staff lists of cases go by, and what waits for somebody's attention.
alter table compensation_case
  -- Counts the changes: the ETag.
  add column version        bigint  not null default 1,
  add column department     text,
  -- Who follows it as a key case.
  add column key_case       text,
  add column is_suspended   boolean not null default false,
  add column no_obligor     boolean not null default false,
  -- The earliest period that runs.
  add column due_at         timestamptz,
  -- Whether a clock that is open was counted by a year whose working days were not announced.
  add column is_provisional boolean not null default false;

update compensation_case set
  no_obligor = coalesce((file->>'noObligor')::boolean, false),
  due_at = (
    select min((clock->'dueDate'->>'due')::timestamptz) from jsonb_array_elements(file->'deadlines') as clock
    where clock->'metAt' is null and clock->'overdueAt' is null),
  is_provisional = exists (
    select from jsonb_array_elements(file->'deadlines') as clock
    where clock->'metAt' is null and (clock->'dueDate'->>'provisional')::boolean);

-- Each list goes through one of these in its own order and stops at the page's end.
create index compensation_case_opened on compensation_case (opened_at, entry);
create index compensation_case_county on compensation_case (region, opened_at, entry);
create index compensation_case_status on compensation_case (status, opened_at, entry);
create index compensation_case_subject on compensation_case (subject, opened_at, entry) where subject is not null;
create index compensation_case_department on compensation_case (department, opened_at, entry)
  where department is not null;
create index compensation_case_key on compensation_case (opened_at, entry) where key_case is not null;
create index compensation_case_overdue on compensation_case (opened_at, entry) where is_overdue;
create index compensation_case_due on compensation_case (due_at, entry) where due_at is not null;
create index compensation_case_provisional on compensation_case (entry) where is_provisional;
create index compensation_case_number on compensation_case (number);
-- The penalty side asks by number alone.
create index compensation_case_penalty_number on compensation_case (penalty_number) where penalty_number is not null;
drop index compensation_case_region;

-- Whether an obligor broke the law before.
alter table penalty_record add column subject text;
update penalty_record r set subject = c.subject from compensation_case c
where c.penalty_source = r.penalty_source and c.penalty_number = r.penalty_number;
create index penalty_record_subject on penalty_record (subject, at) where kind = 'penalty.decided';
create index penalty_record_number on penalty_record (penalty_number);

-- One timer for all clocks of a case, where there was one for each.
insert into timer (id, kind, subject, due_at, data)
select gen_random_uuid(), 'compensation.clocks', subject, due_at, '' from timer
where kind in ('compensation.clue-check-due', 'compensation.close-due');
delete from timer where kind in ('compensation.clue-check-due', 'compensation.close-due');
