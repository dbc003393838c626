-- The audit trail as a chain. Who writes an entry waits for nobody; once a second the entries that became visible since are
-- sealed together: each seal names the ids it holds and hashes them, after the hash of the seal before. The head goes out
-- on a topic, so that neither a changed, a removed nor an added entry, nor a tail that was cut off, passes unseen.

-- lock: entries wait while it is built, about a second for two million of them; on a larger table the release's notes say
-- to build it concurrently before.
create index if not exists audit_xid on audit (xid);

create table audit_seal (
  number     bigint         primary key check (number > 0),
  ids        int8multirange not null,
  entries    bigint         not null check (entries > 0),
  -- Entries of this seal are younger: the seals before were complete then. Null when the seal holds entries of any age.
  not_before timestamptz,
  made_at    timestamptz    not null,
  sha256     bytea          not null
);

-- What is sealed: entries that `done` sees, and of those that `present` sees the ids up to `after`. A base holds whatever is
-- in no seal: at the first start, and when transaction ids begin anew in another cluster.
create table audit_cut (
  only_row boolean     primary key default true check (only_row),
  done     pg_snapshot not null,
  done_at  timestamptz,
  present  pg_snapshot,
  present_at timestamptz,
  after    bigint      not null default 0,
  is_base  boolean     not null
);
insert into audit_cut (done, is_base) values ('3:3:', true);

-- Whether there is anything to seal: a look that writes nothing.
create function audit_seal_is_due() returns boolean
language plpgsql stable security definer set search_path from current set plan_cache_mode = force_custom_plan as $$
declare
  cut audit_cut;
begin
  select * into strict cut from audit_cut;
  return cut.present is not null or cut.is_base
    or pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax(cut.done)
    or exists (
      select from audit a
      where a.xid >= pg_snapshot_xmax(cut.done))
    or exists (
      select from audit a
      where a.xid = any(array(
        select open from pg_snapshot_xip(cut.done) as open where pg_visible_in_snapshot(open, pg_current_snapshot()))));
end $$;

-- Makes the next seal, of at most `most` entries, and answers it; no row when there is nothing to seal, or when another
-- process is at it. Owner's work, so that who serves cannot write a seal of its own.
--
-- The hash is SHA-256 over: the hash before (nothing for the first), number, made_at, not_before (zero for null), then for
-- each entry in the order of ids its id, at and sha256; numbers as eight bytes, instants as microseconds since 1970.
create function audit_seal_next(most bigint)
returns table (number bigint, entries bigint, made_at timestamptz, sha256 bytea)
language plpgsql volatile security definer set search_path from current set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  cut audit_cut;
  last audit_seal;
  page record;
  sealed int8multirange := '{}';
  floor timestamptz;
  made timestamptz := clock_timestamp();
  micros constant bigint := 1000000;
  hash bytea;
begin
  if not pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.audit', 0)) then return; end if;
  select * into strict cut from audit_cut;
  if cut.present is null then
    if pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax(cut.done) then
      cut.done := '3:3:';
      cut.is_base := true;
    end if;
    cut.present := pg_current_snapshot();
    cut.present_at := made;
    cut.after := 0;
  end if;
  if cut.is_base then
    select coalesce(range_agg(s.ids), '{}') into sealed from audit_seal s;
  else
    floor := cut.done_at;
  end if;

  select count(*) as entries, max(f.id) as last, range_agg(int8range(f.id, f.id, '[]')) as ids,
    string_agg(int8send(f.id) || int8send((extract(epoch from f.at) * micros)::bigint) || f.sha256, ''::bytea
      order by f.id) as bytes
  into page
  from (
    (select a.id, a.at, a.sha256 from audit a
     where cut.is_base and a.id > cut.after and pg_visible_in_snapshot(a.xid, cut.present) and not sealed @> a.id
     order by a.id limit most)
    union all
    (select a.id, a.at, a.sha256 from audit a
     where not cut.is_base and a.xid >= pg_snapshot_xmax(cut.done) and pg_visible_in_snapshot(a.xid, cut.present)
       and a.id > cut.after
     order by a.id limit most)
    union all
    (select a.id, a.at, a.sha256 from audit a
     where not cut.is_base and a.id > cut.after and a.xid = any(array(
       select open from pg_snapshot_xip(cut.done) as open where pg_visible_in_snapshot(open, cut.present)))
     order by a.id limit most)
    order by id limit most) as f;

  if page.entries < most then
    update audit_cut set done = cut.present, done_at = cut.present_at, present = null, after = 0, is_base = false;
  else
    update audit_cut set
      done = cut.done, present = cut.present, present_at = cut.present_at, after = page.last, is_base = cut.is_base;
  end if;
  if page.entries = 0 then return; end if;

  select * into last from audit_seal s order by s.number desc limit 1;
  hash := sha256(
    coalesce(last.sha256, ''::bytea) || int8send(coalesce(last.number, 0) + 1)
      || int8send((extract(epoch from made) * micros)::bigint)
      || int8send(coalesce((extract(epoch from floor) * micros)::bigint, 0)) || page.bytes);
  return query
    insert into audit_seal as s (number, ids, entries, not_before, made_at, sha256)
    values (coalesce(last.number, 0) + 1, page.ids, page.entries, floor, made, hash)
    returning s.number, s.entries, s.made_at, s.sha256;
end $$;

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select on audit_seal, audit_cut to %I', service);
  execute format('grant execute on function audit_seal_is_due, audit_seal_next to %I', service);
end $$;
