-- What must happen at an instant of the business clock. A fired or cancelled timer is deleted in the transaction of
-- its effect, so a missed tick is caught up at the next start and nothing fires twice.
create table timer (
  id       uuid        primary key,
  kind     text        not null,
  subject  text        not null,
  due_at   timestamptz not null,
  data     bytea       not null,
  attempts integer     not null default 0,
  -- After a failure: not before this instant of real time.
  retry_at timestamptz,
  failure  text
);
create index timer_due on timer (due_at);
create index timer_subject on timer (subject);

-- The standing business clock of a test or demonstration; no row in production.
create table business_clock (
  only_row boolean     primary key default true check (only_row),
  now      timestamptz not null
);
