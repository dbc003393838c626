-- The whole ledger: facts that amend others and link sites to their owners, subjects by name, lists, and sums over all.

-- What an entry says of others of its subject. Nothing is changed by it: the sum passes over what is withdrawn.
alter table fact
  -- The order in which entries were recorded.
  add column entry       bigint generated always as identity,
  add column amends      uuid[] not null default '{}',
  -- The case whose entries it speaks of: source, space, number.
  add column amends_case text,
  -- nothing, points or entry.
  add column withdraws   text   not null default 'nothing',
  -- The owner, in an entry that links a site.
  add column owner       text,
  -- Whom a service agency worked for.
  add column client      text;

-- A line knows what a sum needs to know, so that it need not be looked up.
alter table fact_line
  add column subject     text,
  add column counts_from timestamptz,
  -- The table of the rule packs that was asked for the code: deductions, bonuses or none.
  add column weight      text;
update fact_line l
set subject = f.subject, counts_from = f.counts_from,
  weight = case when points < 0 or is_veto then 'deductions' when points > 0 then 'bonuses' else 'none' end
from fact f where f.id = l.fact;
alter table fact_line
  alter column subject set not null,
  alter column counts_from set not null,
  alter column weight set not null;

-- All that a sum needs, in the order of the subjects: a million ledgers are added up by reading this once, from one end to
-- the other.
create index fact_line_sum on fact_line (subject)
  include (fact, code, weight, counts_from, valid_until, points, is_veto);
drop index fact_subject;
create index fact_subject on fact (subject, counts_from, entry) include (id, is_assessment, region);
create index fact_owner on fact (owner) where owner is not null;
create index fact_newest on fact (counts_from, entry);

alter table rating
  -- The order in which subjects became known.
  add column entry    bigint  generated always as identity,
  -- The owner of a site.
  add column owner    text,
  -- What the subject does; null while nobody registered it.
  add column kind     text,
  -- Whether each line of the ledger counts for itself alone, so that its score is a plain sum.
  add column is_plain boolean not null default false;
drop index rating_region;
drop index rating_colour;
create index rating_newest on rating (colour_since, entry);
create index rating_colour on rating (colour, colour_since, entry);
create index rating_county on rating (region, colour_since, entry);
create index rating_score on rating (score, entry) where score is not null;
create index rating_owner on rating (owner) where owner is not null;

-- How subjects are called: the latest registration of each.
create table subject_register (
  subject       text        not null primary key,
  title         text        not null,
  -- The title as it is searched: small letters, no spaces.
  folded        text        not null,
  -- Every two neighbouring characters of it: Chinese has no words to index.
  pairs         text[]      not null,
  kind          text        not null,
  registered_at timestamptz not null,
  source        text        not null,
  external_id   text        not null,
  recorded_by   text        not null
);
create index subject_register_pairs on subject_register using gin (pairs);

-- The instants at which another scale came into force and all ratings began to be brought over.
create table scale_turn (
  turned_at timestamptz not null primary key,
  begun_at  timestamptz not null
);

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert, update on subject_register to %I', service);
  execute format('grant select, insert on scale_turn to %I', service);
end $$;
