-- Ids of events already taken in, in three generations: the current one is written, all are checked, the oldest is
-- truncated whole. An id is the first 128 bits of SHA-256 over the event's source and id.
create table inbox (
  id         uuid     not null,
  generation smallint not null,
  primary key (id, generation)
) partition by list (generation);
create table inbox_0 partition of inbox for values in (0);
create table inbox_1 partition of inbox for values in (1);
create table inbox_2 partition of inbox for values in (2);

create table inbox_generation (
  only_row   boolean     primary key default true check (only_row),
  current    smallint    not null,
  rotated_at timestamptz not null
);
insert into inbox_generation (current, rotated_at) values (0, now());

-- Takes ids in and answers those that are new. The shared lock keeps the generation from turning while a writer of
-- the old one is still open; otherwise one id could enter two generations unseen.
create function inbox_take(ids uuid[]) returns setof uuid
language plpgsql set plan_cache_mode = force_custom_plan as $$
declare
  present smallint;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(current_schema() || '.inbox', 0));
  select current into present from inbox_generation;
  return query
    insert into inbox as i (id, generation)
    select taken.id, present
    from unnest(ids) as taken(id)
    where not exists (select from inbox older where older.id = taken.id and older.generation <> present)
    on conflict do nothing
    returning i.id;
end $$;

-- Turns the generation when the current one is older than `keep`; answers whether it did. Owner's work: truncates.
create function inbox_rotate(keep interval) returns boolean
language plpgsql security definer set search_path from current set lock_timeout = '5s' as $$
declare
  state inbox_generation;
  next smallint;
begin
  perform pg_advisory_xact_lock(hashtextextended(current_schema() || '.inbox', 0));
  select * into state from inbox_generation;
  if state.rotated_at > now() - keep then return false; end if;
  next := (state.current + 1) % 3;
  execute format('truncate inbox_%s', next);
  update inbox_generation set current = next, rotated_at = now();
  return true;
end $$;
