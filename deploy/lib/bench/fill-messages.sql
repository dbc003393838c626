-- Fills the books of notifications with what follows from petitions: `select pg_temp.fill_messages(first, last)` after this
-- script.
--
-- Of each petition a message to its petitioner, delivered but for one in a hundred, and one in ten tells the unit by its
-- inbox; one in ten is told to an agency by webhook. Nothing waits, so that nothing is sent. To be run by the service's own
-- role, once the endpoints are approved.
set client_min_messages = warning;

create function pg_temp.fill_messages(first bigint, last bigint) returns bigint language plpgsql as $$
begin
  create temporary table copy on commit drop as
  select n, md5('message ' || n)::uuid as id, md5('petition ' || n)::uuid as petition,
    -- A thousandth of all is in one small county.
    case when n % 1000 = 0 then '360425' else (array['360402', '360403', '360404', '360423', '360424', '360426',
      '360428', '360429', '360430', '360481', '360482', '360483'])[1 + n % 12] end as region,
    now() - n * 7919 % 480 * interval '1 hour' - n % 3600 * interval '1 second' as at
  from generate_series(first, last) as n;
  analyze copy;
  insert into message (id, petition_id, contact, template, channels, parameters, region, cause, correlation, status, attempts,
    made_at, settled_at, channel, proof, subject, line, audience, addressee, document_number, wants_acknowledgement)
  select id, petition, 1, 'petition-received', array['sms'], '{}'::jsonb, region, id::text, petition::text,
    case when n % 100 = 0 then 'failed' else 'delivered' end, 1, at, at + interval '20 seconds', 'sms', 'filled',
    petition::text, petition::text, 'petitioner', null, null, false
  from copy
  union all
  select md5('unit ' || n)::uuid, null, null, 'petition-assigned', array['inbox'], '{}'::jsonb, region, id::text, petition::text,
    'delivered', 1, at, at + interval '1 second', 'inbox', 'filled', petition::text, petition::text, 'unit',
    'unit:' || region, case when n % 100 = 0 then '赣环〔2026〕' || n || '号' end, n % 100 = 0
  from copy where n % 10 = 0;
  insert into message_attempt (message_id, number, channel, outcome, failure, proof, actor, made_at)
  select id, 1, 'sms', case when n % 100 = 0 then 'refused' else 'delivered' end,
    case when n % 100 = 0 then 'no-such-number' end, 'filled', 'worker', at from copy
  union all
  select md5('unit ' || n)::uuid, 1, 'inbox', 'delivered', null, 'filled', 'worker', at from copy where n % 10 = 0;
  insert into inbox_item (message_id, audience, addressee, region, subject, language, title, body, wants_acknowledgement,
    delivered_at, read_at)
  select md5('unit ' || n)::uuid, 'unit', 'unit:' || region, region, petition::text, 'zh-CN', '信访件交办',
    '请于法定期限内办理并答复。', n % 100 = 0, at, case when n % 50 <> 0 then at end
  from copy where n % 10 = 0;
  insert into announced_event (id, type, body, made_at)
  select md5('event ' || n)::uuid, 'ecoredress.petition.verified.v1', '{}', at from copy where n % 10 = 0;
  insert into delivery (id, endpoint_id, event_id, subject, status, attempts, made_at, settled_at, last_status, last_failure)
  select md5('delivery ' || c.n)::uuid, s.id, md5('event ' || c.n)::uuid, petition::text,
    case when c.n % 1000 = 0 then 'exhausted' else 'delivered' end, 1, at, at + interval '1 second',
    case when c.n % 1000 = 0 then 500 else 200 end, case when c.n % 1000 = 0 then 'status' end
  from copy c join (select id, row_number() over (order by entry) - 1 as place, count(*) over () as count from subscription) s
    on s.place = c.n / 10 % s.count
  where c.n % 10 = 0;
  drop table copy;
  return last - first + 1;
end $$;
