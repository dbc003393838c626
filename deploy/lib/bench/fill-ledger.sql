-- Fills the ledger with subjects made of a few real ones: `select pg_temp.fill_ledger(first, last)` after this script.
--
-- The templates are the subjects of facts of the source /enforcement/template, which the real service took in and rated. A
-- copy has its own key, county and ids; its facts, prices and rating are the template's, so that it is read, recomputed and
-- goes on as a real one does. To be run by the service's own role.
set client_min_messages = warning;

create temporary table template as
select row_number() over (order by subject)::integer - 1 as number, subject from (
  select distinct subject from fact where source = '/enforcement/template') own;
create temporary table template_fact as
select t.number, row_number() over (partition by t.number order by f.entry)::integer as place, f.*
from fact f join template t using (subject);
create temporary table template_line as
select f.number, f.place, l.* from fact_line l join template_fact f on f.id = l.fact;
analyze template, template_fact, template_line;

do $$ begin if not exists (select from template) then raise 'there are no templates'; end if; end $$;

-- Copies number `first` to `last`. The facts of one subject lie apart from each other, as when they came in over years.
create function pg_temp.fill_ledger(first bigint, last bigint) returns bigint language plpgsql as $$
declare
  filled bigint;
begin
  create temporary table copy on commit drop as
  select n, number, region, 'site:' || region || ':填充' || n as key
  from (select n, (n % (select count(*) from template))::integer as number,
      -- A thousandth of all is in one small county.
      case when n % 1000 = 0 then '610124' else (array['610102', '610103', '610104', '610111', '610112', '610113',
        '610114', '610115', '610116', '610117', '610118', '610122'])[1 + n % 12] end as region
    from generate_series(first, last) as n) own;
  analyze copy;
  insert into rating (subject, region, owner, score, colour, colour_since, counting, next_change, is_plain, sequence, rule,
    pack, pack_sha256, rule_article, updated_at, kind)
  select c.key, c.region, null, r.score, r.colour, r.colour_since, r.counting,
    r.next_change, r.is_plain, r.sequence, r.rule, r.pack, r.pack_sha256, r.rule_article, r.updated_at, 'emitter'
  from copy c join template t using (number) join rating r using (subject) order by c.n;
  get diagnostics filled = row_count;
  insert into fact (id, subject, region, origin, kind, source, external_id, counts_from, happened_at, article, evidence,
    petition_id, penalty_number, is_assessment, content_sha256, correlation, recorded_at, recorded_by, amends, amends_case,
    withdraws, owner, client)
  select md5(f.id::text || c.n)::uuid, c.key, c.region, origin, kind, '/enforcement/filled', external_id || ' ' || c.n,
    counts_from, happened_at, article, evidence, petition_id, penalty_number || ' ' || c.n, is_assessment,
    content_sha256, correlation, recorded_at, recorded_by,
    array(select md5(a::text || c.n)::uuid from unnest(amends) a),
    replace(amends_case, '/enforcement/template ', '/enforcement/filled ') || ' ' || c.n, withdraws, owner, client
  from template_fact f join copy c using (number) order by f.place, c.n;
  insert into fact_line (fact, code, ordinal, name, points, valid_until, is_veto, rule, pack, pack_sha256, rule_article,
    subject, counts_from, weight)
  select md5(l.fact::text || c.n)::uuid, code, ordinal, name, points, valid_until, is_veto, rule, pack, pack_sha256,
    rule_article, c.key, counts_from, weight
  from template_line l join copy c using (number) order by l.place, c.n;
  insert into subject_register (subject, title, folded, pairs, kind, registered_at, source, external_id, recorded_by)
  select key, title, title, array(select substr(title, i, 2) from generate_series(1, char_length(title) - 1) i), 'emitter',
    now(), '/enforcement/filled', n::text, 'fill'
  from (select key, n, '西安填充' || n || '号水泥制品有限公司' as title from copy) named;
  insert into timer (id, kind, subject, due_at, data)
  select md5('timer ' || c.key)::uuid, 'score.expiry', c.key, r.next_change, ''
  from copy c join rating r on r.subject = c.key where r.next_change is not null;
  drop table copy;
  return filled;
end $$;
