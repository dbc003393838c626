-- What an operator holds back: a topic, one of its partitions, or one key of it. A paused topic or partition is not read and
-- waits on the broker; messages of a paused key are kept among the dead letters, and the others go on.
create table inbound_pause (
  id           bigint      generated always as identity primary key,
  topic        text        not null,
  partition    integer     check (partition >= 0),
  ordering_key text,
  made_at      timestamptz not null default now(),
  made_by      text        not null,
  reason       text        not null,
  check (partition is null or ordering_key is null),
  unique nulls not distinct (topic, partition, ordering_key)
);

do $$
begin
  execute format('grant select, insert, delete on inbound_pause to %I', current_setting('ecoredress.service_role'));
end $$;
