-- Fills the books with petitions made of a few real ones: `select pg_temp.fill(first, last)` after this script.
--
-- The templates are the petitions of the source /hotline/template, each taken through the real service to where it
-- stands. A copy has its own identity, day of receipt and place, and its clocks end on one of 365 days: nothing else is
-- invented, so that a copy is read and goes on as a real petition does. To be run by the service's own role.
set client_min_messages = warning;

-- The copies' rows but for what each has of its own: one for each template and each day on which clocks end.
create temporary table shape (
  day      integer not null,
  template integer not null,
  entry    bigint  not null,
  petition jsonb   not null,
  primary key (day, template)
);

create temporary table original as
select p.entry, row_number() over (order by p.entry)::integer - 1 as template, to_jsonb(p) as petition,
  (select jsonb_agg(to_jsonb(b)) from deadline_basis b where strpos(to_jsonb(p)::text, b.id::text) > 0) as bases
from petition p where source = '/hotline/template';

do $$
declare
  one      record;
  basis    record;
  body     text;
  shifted  jsonb;
begin
  for one in select * from original loop
    for day in 0..364 loop
      body := one.petition::text;
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
      insert into shape values (day, one.template, one.entry, shifted);
    end loop;
  end loop;
  if not exists (select from shape) then raise 'there are no templates'; end if;
end $$;

-- One timer for each instant at which a clock has something to tell.
insert into timer (id, kind, subject, due_at, data)
select gen_random_uuid(), kind, 'filled ' || at, at, '' from (
  select distinct coalesce(petition ->> 'attention_at', petition ->> 'due_at')::timestamptz as at from shape) instants
cross join lateral (
  select kind from timer t where t.due_at in (
    select coalesce(petition ->> 'attention_at', petition ->> 'due_at')::timestamptz from shape where day = 0) limit 1) k
where at is not null;

-- Copies number `first` to `last`, in the order of receipt, over two years up to now.
create function pg_temp.fill(first bigint, last bigint) returns bigint language plpgsql as $$
declare
  columns text;
  filled  bigint;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
  where attrelid = 'petition'::regclass and attnum > 0 and not attisdropped and attidentity = '';
  execute format($f$
    with copies as materialized (
      select n, shape.entry as template, shape.petition
        || jsonb_build_object(
          'id', id, 'event', md5('event ' || n)::uuid, 'content', md5('content ' || n)::uuid, 'source', '/hotline/filled',
          'external_id', 'F-' || n, 'region', region, 'unit', 'eco-' || region,
          'channel', (array['HOTLINE_12345', 'HOTLINE_12369', 'PLATFORM_12369', 'WECHAT_PUBLIC', 'EMAIL'])[1 + n %% 5],
          'category', (array['air', 'noise', 'water', 'solid-waste', 'ecology', 'radiation', 'other'])[1 + n %% 7],
          'received_at', received, 'number', to_char(received, 'YYYY') || '-' || region || '-' || letters)
        as body
      from generate_series($1, $2) as n
      cross join lateral (
        select overlay(overlay(md5('filled ' || n) placing '5' from 13) placing '8' from 17)::uuid as id,
          -- A thousandth of all is in one small county.
          case when n %% 1000 = 0 then '360425' else (array['360402', '360403', '360404', '360423', '360424', '360426',
            '360428', '360429', '360430', '360481', '360482', '360483'])[1 + n %% 12] end as region,
          now() - make_interval(secs => greatest(0, 63000000 - n * 63.0)) as received
        offset 0) own
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
      join shape on shape.day = n %% 365 and shape.template = n / 365 %% (select max(template) + 1 from shape)
    ), inserted as (
      insert into petition (%1$s)
      select %1$s from copies cross join lateral jsonb_populate_record(null::petition, body) as copied order by n
      returning entry, id
    )
    insert into petition_vault (entry, complaint, contact, hotline, phone, email, query_code)
    select i.entry, v.complaint, v.contact, v.hotline, sha256(convert_to('phone ' || n / 3, 'UTF8')), null, v.query_code
    from inserted i join copies c on c.body ->> 'id' = i.id::text join petition_vault v on v.entry = c.template
    order by i.entry
  $f$, columns) using first, last;
  get diagnostics filled = row_count;
  return filled;
end $$;
