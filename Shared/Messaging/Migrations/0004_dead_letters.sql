-- Messages that could not be taken in. `rejected` breaks the contract and is final. `parked` is valid, but handling it
-- failed; `waiting` came later under the same ordering key and keeps its turn. The record itself is sealed.
create table dead_letter (
  id            bigint      generated always as identity primary key,
  topic         text        not null,
  partition     integer     not null,
  record_offset bigint      not null,
  ordering_key  text        not null,
  state         text        not null check (state in ('rejected', 'parked', 'waiting', 'redriven', 'discarded')),
  code          text        not null,
  field         text,
  message       text        not null,
  attempts      integer     not null default 1,
  record        bytea       not null,
  record_sha256 bytea       not null,
  made_at       timestamptz not null default now(),
  settled_at    timestamptz
);
create index dead_letter_blocking on dead_letter (topic, ordering_key, id) where state in ('parked', 'waiting');
create index dead_letter_recent on dead_letter (made_at);
