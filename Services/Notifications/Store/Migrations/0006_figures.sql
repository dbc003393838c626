-- Lists of messages and deliveries for staff, and figures that follow the rows.

create index message_ordinal on message (ordinal);
create index message_region on message (region, ordinal);
create index message_document on message (document_number, ordinal) where document_number is not null;
create index message_failed on message (ordinal) where status = 'failed';
create index delivery_subject on delivery (subject, ordinal);

-- The figures' counters: entries appended by triggers, folded by day, dekad, month and year. Days are those of Shanghai, by
-- real time.
create table figure_entry (
  id                  bigint   not null generated always as identity primary key,
  day                 date     not null,
  region              text     not null,
  audience            text     not null,
  -- Which of the three contacts; 0 a notice beside them, -1 for everybody but petitioners.
  contact             smallint not null,
  channel             text     not null,
  queued              bigint   not null default 0,
  delivered           bigint   not null default 0,
  failed              bigint   not null default 0,
  -- Of those delivered, those whose way was timed, and how long it took in all.
  timed               bigint   not null default 0,
  seconds             bigint   not null default 0,
  within_minute       bigint   not null default 0,
  within_hour         bigint   not null default 0,
  within_day          bigint   not null default 0,
  -- Messages whose receiver must say that they came, and those of them who did.
  wanted              bigint   not null default 0,
  acknowledged        bigint   not null default 0,
  attempts            bigint   not null default 0,
  failed_attempts     bigint   not null default 0,
  skipped_attempts    bigint   not null default 0
);
create table figure_count (
  -- 'year', 'month', 'dekad' or 'day', and its first day.
  grain               text     not null,
  day                 date     not null,
  region              text     collate "C" not null,
  audience            text     not null,
  contact             smallint not null,
  channel             text     not null,
  queued              bigint   not null,
  delivered           bigint   not null,
  failed              bigint   not null,
  timed               bigint   not null,
  seconds             bigint   not null,
  within_minute       bigint   not null,
  within_hour         bigint   not null,
  within_day          bigint   not null,
  wanted              bigint   not null,
  acknowledged        bigint   not null,
  attempts            bigint   not null,
  failed_attempts     bigint   not null,
  skipped_attempts    bigint   not null,
  primary key (grain, day, region, audience, contact, channel)
);

-- The day in Shanghai, which is eight hours ahead of UTC the whole year.
create function shanghai_day(at timestamptz) returns date language sql immutable as
$$ select (at at time zone interval '08:00')::date $$;

-- Where one message is counted, by day and channel: queued when it came, under the channel tried first; its end on the
-- day of the end, under the channel of the end.
create function message_counts(
  sign bigint, status text, first_channel text, channel text, made_at timestamptz, not_before timestamptz,
  settled_at timestamptz, wants boolean, acknowledged_at timestamptz
) returns table (
  day date, channel text, queued bigint, delivered bigint, failed bigint, timed bigint, seconds bigint,
  within_minute bigint, within_hour bigint, within_day bigint, wanted bigint, acknowledged bigint
) language sql immutable as $$
  with took as (
    select greatest(0, extract(epoch from $7 - greatest($5, coalesce($6, $5))))::bigint as seconds
  )
  select counted.* from took, lateral (values
    (shanghai_day($5), coalesce($3, ''), $1, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint,
      case when $8 then $1 else 0 end, 0::bigint),
    (case when $2 = 'delivered' then shanghai_day($7) end, coalesce($4, $3, ''), 0, $1, 0, $1, $1 * took.seconds,
      case when took.seconds <= 60 then $1 else 0 end, case when took.seconds <= 3600 then $1 else 0 end,
      case when took.seconds <= 86400 then $1 else 0 end, 0, 0),
    (case when $2 = 'failed' then shanghai_day($7) end, coalesce($4, $3, ''), 0, 0, $1, 0, 0, 0, 0, 0, 0, 0),
    (case when $8 then shanghai_day($9) end, coalesce($4, $3, ''), 0, 0, 0, 0, 0, 0, 0, 0, 0, $1)
  ) as counted(day, channel, queued, delivered, failed, timed, seconds, within_minute, within_hour, within_day, wanted,
    acknowledged)
  where counted.day is not null
$$;

create function count_new_messages() returns trigger language plpgsql
set search_path from current as $$
begin
  insert into figure_entry (day, region, audience, contact, channel, queued, delivered, failed, timed, seconds,
    within_minute, within_hour, within_day, wanted, acknowledged)
  select t.day, m.region, m.audience, coalesce(m.contact, -1), t.channel, sum(t.queued), sum(t.delivered),
    sum(t.failed), sum(t.timed), sum(t.seconds), sum(t.within_minute), sum(t.within_hour), sum(t.within_day),
    sum(t.wanted), sum(t.acknowledged)
  from new_messages m,
    message_counts(1, m.status, m.channels[1], m.channel, m.made_at, m.not_before, m.settled_at,
      m.wants_acknowledgement, m.acknowledged_at) t
  group by 1, 2, 3, 4, 5;
  return null;
end $$;
create trigger message_counted_new after insert on message
  referencing new table as new_messages for each statement execute function count_new_messages();

create function count_changed_messages() returns trigger language plpgsql
set search_path from current as $$
begin
  insert into figure_entry (day, region, audience, contact, channel, queued, delivered, failed, timed, seconds,
    within_minute, within_hour, within_day, wanted, acknowledged)
  with changed as (
    select n.id from new_messages n join old_messages o on o.id = n.id
    where (n.status, n.settled_at, n.acknowledged_at, n.channels[1], n.wants_acknowledgement)
      is distinct from (o.status, o.settled_at, o.acknowledged_at, o.channels[1], o.wants_acknowledgement)
  ), versions as (
    select 1::bigint as sign, n.* from changed c join new_messages n on n.id = c.id
    union all
    select -1, o.* from changed c join old_messages o on o.id = c.id
  )
  select t.day, m.region, m.audience, coalesce(m.contact, -1), t.channel, sum(t.queued), sum(t.delivered),
    sum(t.failed), sum(t.timed), sum(t.seconds), sum(t.within_minute), sum(t.within_hour), sum(t.within_day),
    sum(t.wanted), sum(t.acknowledged)
  from versions m,
    message_counts(m.sign, m.status, m.channels[1], m.channel, m.made_at, m.not_before, m.settled_at,
      m.wants_acknowledgement, m.acknowledged_at) t
  group by 1, 2, 3, 4, 5
  having (sum(t.queued), sum(t.delivered), sum(t.failed), sum(t.timed), sum(t.seconds), sum(t.within_minute),
    sum(t.within_hour), sum(t.within_day), sum(t.wanted), sum(t.acknowledged))
    is distinct from (0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  return null;
end $$;
create trigger message_counted_change after update on message
  referencing old table as old_messages new table as new_messages
  for each statement execute function count_changed_messages();

-- A skipped channel was no attempt to reach anybody.
create function count_attempts() returns trigger language plpgsql
set search_path from current as $$
begin
  insert into figure_entry (day, region, audience, contact, channel, attempts, failed_attempts, skipped_attempts)
  select shanghai_day(a.made_at), m.region, m.audience, coalesce(m.contact, -1), a.channel,
    count(*) filter (where a.outcome <> 'skipped'), count(*) filter (where a.outcome in ('failed', 'refused')),
    count(*) filter (where a.outcome = 'skipped')
  from new_attempts a join message m on m.id = a.message_id
  group by 1, 2, 3, 4, 5;
  return null;
end $$;
create trigger message_attempt_counted after insert on message_attempt
  referencing new table as new_attempts for each statement execute function count_attempts();

-- Webhooks are counted from the hours of their endpoints, under the first region of the subscription.
create function count_new_hours() returns trigger language plpgsql
set search_path from current as $$
begin
  insert into figure_entry (day, region, audience, contact, channel, delivered, failed, attempts, failed_attempts)
  select shanghai_day(n.hour), coalesce(s.regions[1], '000000'), 'agency', -1, 'webhook', sum(n.delivered),
    sum(n.exhausted), sum(n.delivered + n.failed), sum(n.failed)
  from new_hours n left join subscription s on s.id = n.endpoint_id
  group by 1, 2;
  return null;
end $$;
create trigger endpoint_hour_counted_new after insert on endpoint_hour
  referencing new table as new_hours for each statement execute function count_new_hours();

create function count_changed_hours() returns trigger language plpgsql
set search_path from current as $$
begin
  insert into figure_entry (day, region, audience, contact, channel, delivered, failed, attempts, failed_attempts)
  select shanghai_day(n.hour), coalesce(s.regions[1], '000000'), 'agency', -1, 'webhook', sum(n.delivered - o.delivered),
    sum(n.exhausted - o.exhausted), sum(n.delivered + n.failed - o.delivered - o.failed), sum(n.failed - o.failed)
  from new_hours n join old_hours o on o.endpoint_id = n.endpoint_id and o.hour = n.hour
    left join subscription s on s.id = n.endpoint_id
  group by 1, 2;
  return null;
end $$;
create trigger endpoint_hour_counted_change after update on endpoint_hour
  referencing old table as old_hours new table as new_hours
  for each statement execute function count_changed_hours();

-- What was there before.
insert into figure_entry (day, region, audience, contact, channel, queued, delivered, failed, timed, seconds,
  within_minute, within_hour, within_day, wanted, acknowledged)
select t.day, m.region, m.audience, coalesce(m.contact, -1), t.channel, sum(t.queued), sum(t.delivered), sum(t.failed),
  sum(t.timed), sum(t.seconds), sum(t.within_minute), sum(t.within_hour), sum(t.within_day), sum(t.wanted),
  sum(t.acknowledged)
from message m,
  message_counts(1, m.status, m.channels[1], m.channel, m.made_at, m.not_before, m.settled_at, m.wants_acknowledgement,
    m.acknowledged_at) t
group by 1, 2, 3, 4, 5;
insert into figure_entry (day, region, audience, contact, channel, attempts, failed_attempts, skipped_attempts)
select shanghai_day(a.made_at), m.region, m.audience, coalesce(m.contact, -1), a.channel,
  count(*) filter (where a.outcome <> 'skipped'), count(*) filter (where a.outcome in ('failed', 'refused')),
  count(*) filter (where a.outcome = 'skipped')
from message_attempt a join message m on m.id = a.message_id
group by 1, 2, 3, 4, 5;
insert into figure_entry (day, region, audience, contact, channel, delivered, failed, attempts, failed_attempts)
select shanghai_day(h.hour), coalesce(s.regions[1], '000000'), 'agency', -1, 'webhook', sum(h.delivered),
  sum(h.exhausted), sum(h.delivered + h.failed), sum(h.failed)
from endpoint_hour h left join subscription s on s.id = h.endpoint_id
group by 1, 2;

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert, delete on figure_entry to %I', service);
  execute format('grant select, insert, update on figure_count to %I', service);
  -- The triggers run as the service: what they call it must be allowed to call.
  execute format('grant execute on function shanghai_day, message_counts to %I', service);
end $$;
