-- Fills the books of compensation with cases made of a few real ones: `select pg_temp.fill_cases(first, last)` after this
-- script.
--
-- The templates are the cases of penalties of the source /enforcement/template, which the real service took from the clue to
-- where they stand. A copy has its own number, county, firm, department and dates over four years; it has its history, its
-- assessment, its money on the account and what was restored, so that lists, tables and figures see what they would in a
-- city of that many. To be run by the service's own role.
set client_min_messages = warning;

create temporary table template as
select row_number() over (order by penalty_number)::integer - 1 as place, c.*
from compensation_case c where penalty_source = '/enforcement/template';
analyze template;

do $$ begin if not exists (select from template) then raise 'there are no templates'; end if; end $$;

-- Copies number `first` to `last`.
create function pg_temp.fill_cases(first bigint, last bigint) returns bigint language plpgsql as $$
declare
  filled bigint;
begin
  create temporary table copy on commit drop as
  select n, md5('case ' || n)::uuid as id, t.place as template, t.id as origin,
    -- A thousandth of all is in one small county.
    case when n % 1000 = 0 then '321112' else (array['321102', '321111', '321181', '321182', '321183'])[1 + n % 5] end as region,
    'site:321100:f' || n as subject, 'R' || n as penalty,
    (array['ECOLOGY_ENVIRONMENT', 'NATURAL_RESOURCES', 'AGRICULTURE_RURAL', 'FORESTRY_GRASS', 'WATER',
      'HOUSING_CONSTRUCTION'])[1 + n % 6] as department,
    -- Every day of four years has its share.
    interval '1 day' * (1 + n * 7919 % 1400) + n % 3600 * interval '1 second' as ago
  from (select n, (n % (select count(*) from template))::integer as place from generate_series(first, last) as n) own
  join template t using (place);
  analyze copy;
  insert into compensation_case (id, number, region, subject, status, clue_source, penalty_source, penalty_number, correlation,
    opened_at, filed_at, closed_at, amount_fen, is_overdue, sequence, file, updated_at, version, department, key_case,
    is_suspended, no_obligor, due_at, is_provisional)
  select c.id, 'C' || c.n, c.region, c.subject, t.status, t.clue_source, '/enforcement/filled', c.penalty, t.correlation,
    t.opened_at - c.ago, t.filed_at - c.ago, t.closed_at - c.ago, t.amount_fen, c.n % 200 = 0, t.sequence, t.file,
    t.updated_at - c.ago, t.version, c.department, case when c.n % 500 = 0 then 'city' end, t.is_suspended, t.no_obligor,
    -- Half of what is open has a period that runs.
    case when t.due_at is not null and c.n % 2 = 0 then t.due_at + c.n % 100000 * interval '1 minute' end, false
  from copy c join template t on t.place = c.template order by c.n;
  get diagnostics filled = row_count;
  insert into case_step (case_id, at, actor, step, detail)
  select c.id, s.at - c.ago, s.actor, s.step, s.detail from case_step s join copy c on c.origin = s.case_id
  order by c.n, s.number;
  insert into penalty_record (id, penalty_source, penalty_number, kind, at, detail, recorded_at, subject)
  select md5('penalty ' || r.id || c.n)::uuid, '/enforcement/filled', c.penalty, r.kind, r.at - c.ago, r.detail,
    r.recorded_at, c.subject
  from penalty_record r join template t on (t.penalty_source, t.penalty_number) = (r.penalty_source, r.penalty_number)
  join copy c on c.template = t.place order by c.n;
  insert into damage_assessment (id, case_id, method, form, is_simple, amount_fen, document, at, actor)
  select md5('damage ' || a.id || c.n)::uuid, c.id, a.method, a.form, a.is_simple, a.amount_fen, a.document, a.at - c.ago,
    a.actor
  from damage_assessment a join copy c on c.origin = a.case_id order by c.n, a.entry;
  insert into payment (id, source, payment_number, case_id, amount_fen, received_at, payer, account, recorded_at)
  select md5('payment ' || p.id || c.n)::uuid, '/payments/filled', p.payment_number || ' ' || c.n, c.id, p.amount_fen,
    p.received_at - c.ago, p.payer, p.account, p.recorded_at
  from payment p join copy c on c.origin = p.case_id order by c.n;
  insert into account_entry (id, year, day, kind, debit, credit, amount_fen, case_id, payment_id, region, class, document,
    actor, recorded_at)
  select md5('entry ' || e.id || c.n)::uuid, extract(year from e.day - c.ago), (e.day - c.ago)::date, e.kind, e.debit,
    e.credit, e.amount_fen, c.id, md5('payment ' || e.payment_id || c.n)::uuid, c.region, e.class, e.document, e.actor,
    e.recorded_at
  from account_entry e join copy c on c.origin = e.case_id order by c.n;
  insert into restoration_result (case_id, region, done_at, mode, unit, work, quantity)
  select c.id, c.region, r.done_at - c.ago, r.mode, r.unit, r.work, r.quantity
  from restoration_result r join copy c on c.origin = r.case_id order by c.n, r.number;
  -- Every fourth firm is insured.
  insert into insurance_policy (id, number, region, holder, from_day, through_day, version, form, updated_at)
  select md5('policy ' || c.n)::uuid, 'P' || c.n, c.region, c.subject, current_date - 100, current_date + 265, 1,
    jsonb_build_object('number', 'P' || c.n, 'region', c.region, 'holder', c.subject, 'insurers', array['中国人保'],
      'coverage', array['ecological-damage'], 'limitFen', 100000000, 'from', (current_date - 100)::text, 'through',
      (current_date + 265)::text), now()
  from copy c where c.n % 4 = 0;
  drop table copy;
  return filled;
end $$;
