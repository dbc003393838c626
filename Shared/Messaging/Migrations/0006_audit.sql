-- Every change, by whom, caused by what. Rows are inserted only and carry their own hash.
create table audit (
  id       bigint      generated always as identity primary key,
  xid      xid8        not null default pg_current_xact_id(),
  at       timestamptz not null default now(),
  actor    text        not null,
  action   text        not null,
  subject  text        not null,
  cause    text        not null,
  detail   bytea       not null,
  sha256   bytea       not null
);
create index audit_subject on audit (subject);
