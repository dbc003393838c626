-- Events on their way to Kafka. Rows are inserted, never updated, never deleted one by one: whole days are dropped.
-- `xid` tells which transaction wrote a row; batches are cut by what one snapshot sees and the one before did not.
create sequence outbox_id as bigint cache 1;

create table outbox (
  -- First, so that a transaction has its xid before it draws an id: `outbox_cut` rests on that order.
  xid      xid8        not null default pg_current_xact_id(),
  id       bigint      not null default nextval('outbox_id'),
  shard    smallint    not null,
  topic    text        not null,
  key      text        not null,
  event_id uuid        not null,
  headers  bytea       not null,
  payload  bytea,
  made_at  timestamptz not null default now()
) partition by range (made_at);
-- Only for the case that upkeep could not make the day's table in time.
create table outbox_overflow partition of outbox default;
create index outbox_by_id on outbox (shard, id);
create index outbox_by_xid on outbox (xid);

-- One row a cut. `before` was read from the sequence before the snapshot was taken, and `horizon` is a transaction id
-- assigned after it: every transaction from the horizon on draws ids above `before`. A snapshot alone does not say so:
-- its xmax is the last completed transaction's successor, and younger ones that were open are not in its list.
-- `mark` tells this database's tick from one of the same number in a copy.
create table outbox_tick (
  shard    smallint    not null,
  tick     bigint      not null,
  mark     bigint      not null default (random() * 9007199254740991)::bigint,
  snapshot pg_snapshot not null,
  before   bigint      not null,
  horizon  xid8        not null default pg_current_xact_id(),
  -- A base: everything that `snapshot` does not see is to be published, whatever was before.
  is_base  boolean     not null default false,
  made_at  timestamptz not null default now(),
  primary key (shard, tick)
);

-- How far publication is known to have come: a hint written after Kafka's commit. Kafka's own position wins.
create table outbox_published (
  shard   smallint    primary key,
  tick    bigint      not null,
  last_id bigint      not null,
  at      timestamptz not null default now()
);

-- Ids that an operator's recovery found on the topics already; the relay leaves them out.
create table outbox_already_published (
  event_id uuid primary key
);

-- The cut after this one: made before, or now if anything new is visible; no row otherwise. Each statement of a
-- volatile function takes its own snapshot, which is why the sequence can be read before the snapshot is taken.
--
-- `offset 0` keeps the planner from looking a transaction's few rows up by way of their ids, which would read every row
-- retained; sequential scans are off for the same reason. The one good plan is kept.
create function outbox_cut(of_shard smallint, after bigint) returns table (tick bigint, mark bigint)
language plpgsql volatile set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  last outbox_tick;
  drawn bigint;
begin
  return query select t.tick, t.mark from outbox_tick t where t.shard = of_shard and t.tick = after + 1;
  if found then return; end if;
  select * into strict last from outbox_tick t where t.shard = of_shard order by t.tick desc limit 1;
  select case when is_called then last_value else 0 end into drawn from outbox_id;
  return query
  insert into outbox_tick as t (shard, tick, snapshot, before)
  select of_shard, last.tick + 1, seen, drawn
  from (select pg_current_snapshot() as seen) as present
  where exists (
      select from outbox o
      where o.shard = of_shard and o.id > last.before
        and pg_visible_in_snapshot(o.xid, seen) and not pg_visible_in_snapshot(o.xid, last.snapshot))
    or exists (
      select from (
        select shard, xid from outbox
        where xid >= pg_snapshot_xmax(last.snapshot) and xid < last.horizon offset 0) as o
      where o.shard = of_shard and pg_visible_in_snapshot(o.xid, seen))
    or exists (
      select from (
        select shard, xid from outbox
        where xid = any(array(
          select open from pg_snapshot_xip(last.snapshot) as open where pg_visible_in_snapshot(open, seen))) offset 0) as o
      where o.shard = of_shard)
  returning t.tick, t.mark;
end $$;

-- The next rows of a cut, in the order of their ids. Rows up to `before` can only belong to transactions that were open
-- when the last snapshot was taken: those in its list, or between its xmax and the horizon; few, found by transaction.
-- The others follow in the order of the index, so a cut of millions costs no more a row than a small one.
create function outbox_rows(of_shard smallint, of_tick bigint, after bigint, most integer)
returns table (id bigint, topic text, key text, event_id uuid, headers bytea, payload bytea)
language plpgsql stable set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  old outbox_tick;
  new outbox_tick;
  stragglers xid8[];
begin
  select * into strict old from outbox_tick t where t.shard = of_shard and t.tick = of_tick - 1;
  select * into strict new from outbox_tick t where t.shard = of_shard and t.tick = of_tick;
  stragglers := array(
    select open from pg_snapshot_xip(old.snapshot) as open where pg_visible_in_snapshot(open, new.snapshot));
  return query
  select r.id, r.topic, r.key, r.event_id, r.headers, r.payload from (
    (select o.* from (select * from outbox where xid = any(stragglers) offset 0) as o
     where o.shard = of_shard and o.id > after and o.id <= old.before
     order by o.id limit most)
    union all
    (select o.* from (
       select * from outbox where xid >= pg_snapshot_xmax(old.snapshot) and xid < old.horizon offset 0) as o
     where o.shard = of_shard and o.id > after and o.id <= old.before
       and pg_visible_in_snapshot(o.xid, new.snapshot)
     order by o.id limit most)
    union all
    (select o.* from outbox as o
     where o.shard = of_shard and o.id > greatest(old.before, after)
       and pg_visible_in_snapshot(o.xid, new.snapshot) and not pg_visible_in_snapshot(o.xid, old.snapshot)
     order by o.id limit most)
  ) as r order by r.id limit most;
end $$;

-- Starts a shard over: the next cut holds every row retained. For a new schema, and after the broker lost its data.
create function outbox_start_over(of_shard smallint) returns bigint
language sql as $$
  insert into outbox_tick (shard, tick, snapshot, before, is_base)
  select of_shard, coalesce(max(tick), 0) + 1, '3:3:'::pg_snapshot, 0, true from outbox_tick where shard = of_shard
  returning tick
$$;

-- Starts a shard over behind `floor`, a tick that the topics know of: from where this database knew itself published,
-- or, when its transaction ids come from another cluster, from everything retained.
create function outbox_start_again(of_shard smallint, floor bigint, same_cluster boolean) returns bigint
language sql as $$
  insert into outbox_tick (shard, tick, snapshot, before, horizon, is_base)
  select of_shard, greatest(floor, (select coalesce(max(tick), 0) from outbox_tick where shard = of_shard)) + 1,
    coalesce(known.snapshot, '3:3:'::pg_snapshot), coalesce(known.before, 0),
    coalesce(known.horizon, pg_current_xact_id()), true
  from (select) one
  left join (
    select t.snapshot, t.before, t.horizon from outbox_published p
    join outbox_tick t on t.shard = p.shard and t.tick = p.tick - 1
    where p.shard = of_shard and same_cluster) known on true
  returning tick
$$;

-- Makes the tables of the coming days; drops those older than `keep` that every shard has published whole; answers
-- how many were dropped. Owner's work. A busy table is left for the next round rather than waited for.
create function outbox_upkeep(keep interval) returns integer
language plpgsql security definer set search_path from current set lock_timeout = '500ms' as $$
declare
  day date;
  old record;
  newest xid8;
  passed xid8;
  dropped integer := 0;
begin
  for day in select generate_series(current_date, current_date + 2, interval '1 day')::date loop
    if to_regclass(format('outbox_%s', to_char(day, 'YYYYMMDD'))) is null then
      execute format(
        'create table outbox_%s partition of outbox for values from (%L) to (%L)',
        to_char(day, 'YYYYMMDD'), day::timestamptz, (day + 1)::timestamptz);
    end if;
  end loop;

  -- Below this transaction id everything is visible in the snapshot up to which each shard is published.
  select min(pg_snapshot_xmin(coalesce(t.snapshot, '3:3:'::pg_snapshot))::text::numeric)::text::xid8 into passed
  from (select distinct shard from outbox_tick) s
  left join outbox_published p using (shard)
  left join outbox_tick t on t.shard = p.shard and t.tick = p.tick - 1;
  for old in
    select c.oid::regclass as name
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'outbox'::regclass and c.relname ~ '^outbox_[0-9]{8}$'
      and to_date(right(c.relname, 8), 'YYYYMMDD') < (now() - keep)::date
  loop
    execute format('select xid from %s order by xid desc limit 1', old.name) into newest;
    if newest is null or newest < passed then
      begin
        execute format('drop table %s', old.name);
        dropped := dropped + 1;
      exception when lock_not_available then null;
      end;
    end if;
  end loop;
  delete from outbox_tick t using outbox_published p where t.shard = p.shard and t.tick < p.tick - 1000;
  return dropped;
end $$;
