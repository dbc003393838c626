-- Fills the books with petitions made of a few real ones: `select pg_temp.fill(first, last, base, size)` after this script.
--
-- The templates are the petitions of the source /hotline/template, each taken through the real service to where it
-- stands. A copy has its own identity, day of receipt, place and traits, and is counted as the service counts; its clocks
-- end on one of sixty days, as those of cases do that come in day by day and have sixty days for an answer, the copies of
-- one day one after the other. Nothing else is invented, so that a copy is read and goes on as a real petition does. To be
-- run by the service's own role.
set client_min_messages = warning;

-- The copies' rows but for what each has of its own: one for each template and each day on which clocks end.
create temporary table shape (
  day      integer        not null,
  template integer        not null,
  entry    bigint         not null,
  p        petition       not null,
  c        petition_clock not null,
  primary key (day, template)
);

create temporary table original as
select p.entry, row_number() over (order by p.entry)::integer - 1 as template, to_jsonb(p) as petition, to_jsonb(c) as clock,
  (select jsonb_agg(to_jsonb(b)) from deadline_basis b where strpos(to_jsonb(c)::text, b.id::text) > 0) as bases
from petition p join petition_clock c using (entry) where source = '/hotline/template';

do $$
declare
  one      record;
  basis    record;
  body     text;
  shifted  jsonb;
begin
  for one in select * from original loop
    for day in 0..59 loop
      body := one.clock::text;
      -- Bases of due dates, the same but so many days later.
      for basis in select value ->> 'id' as id, value as body from jsonb_array_elements(one.bases) loop
        select jsonb_object_agg(key, case
          when key = 'id' then to_jsonb(md5(basis.id || day)::uuid)
          when key in ('due_at', 'internal_due_at') then
            to_jsonb((value #>> '{}')::timestamptz + make_interval(days => day))
          when key in ('warn_at', 'escalate_at') then coalesce((
            select jsonb_agg((at #>> '{}')::timestamptz + make_interval(days => day) order by place)
            from jsonb_array_elements(value) with ordinality as moment(at, place)), '[]')
          else value end)
        into shifted from jsonb_each(basis.body);
        insert into deadline_basis select (jsonb_populate_record(null::deadline_basis, shifted)).* on conflict do nothing;
        body := replace(body, basis.id, md5(basis.id || day)::uuid::text);
      end loop;
      select jsonb_object_agg(key, case
        when key in ('due_at', 'attention_at') and jsonb_typeof(value) = 'string' then
          to_jsonb((value #>> '{}')::timestamptz + make_interval(days => day))
        else value end)
      into shifted from jsonb_each(body::jsonb);
      insert into shape values (day, one.template, one.entry, jsonb_populate_record(null::petition, one.petition),
        jsonb_populate_record(null::petition_clock, shifted));
    end loop;
  end loop;
  if not exists (select from shape) then raise 'there are no templates'; end if;
end $$;
analyze shape;

-- One timer for each instant at which a clock has something to tell.
insert into timer (id, kind, subject, due_at, data)
select gen_random_uuid(), 'petition.clocks', 'filled ' || at, at, '' from (
  select distinct unnest(b.warn_at || b.due_at || b.escalate_at) as at
  from deadline_basis b where exists (select from shape where strpos((shape.c).clocks::text, b.id::text) > 0
    or (shape.c).acceptance_basis = b.id)) instants;

-- A number of 56 bits behind the kind of a trait.
create function pg_temp.trait(kind bigint, name text) returns bigint language sql immutable as $$
  select kind << 56 | ('x' || substr(md5(name), 1, 14))::bit(56)::bigint
$$;

-- Copies number `first` to `last`, in the order of receipt, over two years up to now; their clocks end in the order in
-- which those from `base` on up to `size` come.
create function pg_temp.fill(first bigint, last bigint, base bigint, size bigint) returns bigint language plpgsql as $$
declare
  columns text;
  own     text;
  filled  bigint;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum),
    string_agg(case
      when attname in ('id', 'event', 'content', 'source', 'external_id', 'region', 'unit', 'channel', 'category',
        'received_at', 'number') then 'own.' || attname
      else format('(own.p).%I', attname) end, ', ' order by attnum)
  into columns, own from pg_attribute
  where attrelid = 'petition'::regclass and attnum > 0 and not attisdropped and attidentity = '';
  execute format($f$
    with own as materialized (
      select n, id, md5('event ' || n)::uuid as event, md5('content ' || n)::uuid as content,
        '/hotline/filled' as source, 'F-' || n as external_id, region, 'eco-' || region as unit,
        (array['HOTLINE_12345', 'HOTLINE_12369', 'PLATFORM_12369', 'WECHAT_PUBLIC', 'EMAIL'])[1 + n %% 5] as channel,
        (array['air', 'noise', 'water', 'solid-waste', 'ecology', 'radiation', 'other'])[1 + n %% 7] as category,
        received_at, (received_at at time zone 'Asia/Shanghai')::date as day,
        to_char(received_at, 'YYYY') || '-' || region || '-' || letters as number, shape.p, shape.c,
        shape.entry as template, shape.template > 0 as is_accepted
      from generate_series($1, $2) as n
      cross join lateral (
        select overlay(overlay(md5('filled ' || n) placing '5' from 13) placing '8' from 17)::uuid as id,
          -- A thousandth of all is in one small county.
          case when n %% 1000 = 0 then '360425' else (array['360402', '360403', '360404', '360423', '360424', '360426',
            '360428', '360429', '360430', '360481', '360482', '360483'])[1 + n %% 12] end as region,
          now() - make_interval(secs => greatest(0, 63000000 - n * 63.0)) as received_at
        offset 0) one
      -- A petition's number, but for its check character: five bits each of the front of its id.
      cross join lateral (
        select '0123456789ABCDEFGHJKMNPQRSTVWXYZ' as a, ('x' || substr(id::text, 1, 8) || substr(id::text, 10, 4))::bit(48)
          ::bigint << 7 | ('x' || substr(id::text, 16, 1))::bit(4)::bigint << 3
          | ('x' || substr(id::text, 17, 1))::bit(4)::bigint >> 1 as b offset 0) bits
      cross join lateral (
        select substr(a, (b >> 50 & 31)::integer + 1, 1) || substr(a, (b >> 45 & 31)::integer + 1, 1)
          || substr(a, (b >> 40 & 31)::integer + 1, 1) || substr(a, (b >> 35 & 31)::integer + 1, 1) || '-'
          || substr(a, (b >> 30 & 31)::integer + 1, 1) || substr(a, (b >> 25 & 31)::integer + 1, 1)
          || substr(a, (b >> 20 & 31)::integer + 1, 1) || substr(a, (b >> 15 & 31)::integer + 1, 1) || '-'
          || substr(a, (b >> 10 & 31)::integer + 1, 1) || substr(a, (b >> 5 & 31)::integer + 1, 1)
          || substr(a, (b & 31)::integer + 1, 1) || '0' as letters offset 0) named
      -- One in fifty is just received; the others are with somebody who handles them.
      join shape on shape.day = least(59, (n - $3 - 1) * 60 / greatest(1, $4 - $3))
        and shape.template = case when n %% 50 = 0 then 0 else 1 + n %% (select max(template) from shape) end
    ), inserted as (
      insert into petition (%1$s) select %2$s from own order by n returning entry, id
    ), copied as materialized (
      select inserted.entry, own.* from inserted join own using (id)
    ), clocked as (
      insert into petition_clock (entry, received, acceptance_basis, clocks, attention_at, due_at, missed_at,
        is_provisional, sequence, repeats, version, updated_at)
      select entry, received_at, (c).acceptance_basis, (c).clocks, (c).attention_at, (c).due_at, (c).missed_at,
        (c).is_provisional, (c).sequence, (c).repeats, (c).version, (c).updated_at
      from copied order by entry
    ), traits as materialized (
      -- Three of each person, words of their own, some twenty at each place, and a tenth about a site that others name too.
      select entry, array[pg_temp.trait(1, 'phone ' || n / 3), pg_temp.trait(3, 'text ' || n),
        pg_temp.trait(4, 'place ' || category || ' ' || region || ' ' || n %% 499)]
        || case when n %% 10 = 0 then array[pg_temp.trait(2, 'site ' || n %% 19990)] else '{}' end as keys
      from copied
    ), sealed as (
      insert into petition_vault (entry, complaint, contact, hotline, query_code, traits)
      select copied.entry, v.complaint, v.contact, v.hotline, v.query_code,
        (select string_agg(int8send(key), '' order by place) from unnest(keys) with ordinality as t(key, place))
      from copied join petition_vault v on v.entry = copied.template join traits on traits.entry = copied.entry
      order by copied.entry
    ), spread as (
      insert into petition_trait (trait, entry) select distinct key, entry from traits, unnest(keys) key order by 1, 2
    ), tallied as (
      insert into petition_tally (petition_id, category, acceptable_on, accepted_in_time, concluded_in_time, accepted_on,
        concluded, replied, satisfied, region)
      select id, category, day + 15, true, false, day, false, false, false, region from copied where is_accepted
    ), counted as (
      insert into figure_entry (day, region, channel, category, received, acceptable, accepted_in_time, accepted)
      select on_day, region, channel, category, sum(r), sum(a), sum(a), sum(t) from (
        select day as on_day, region, channel, category, 1 as r, 0 as a, is_accepted::integer as t from copied
        union all select day + 15, region, channel, category, 0, 1, 0 from copied where is_accepted) facts
      group by 1, 2, 3, 4
    )
    select count(*) from copied
  $f$, columns, own) into filled using first, last, base, size;
  return filled;
end $$;
