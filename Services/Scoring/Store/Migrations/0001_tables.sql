-- The ledger: what was established about subjects. Entries are inserted and never changed; a correction, an objection
-- upheld or a repair of credit is a new entry. The service's role may do no more than that.
create table fact (
  -- UUIDv5 of (source, external_id): this key is the permanent uniqueness of that pair.
  id             uuid        not null primary key,
  subject        text        not null,
  region         text        not null,
  origin         text        not null,
  kind           text        not null,
  source         text        not null,
  external_id    text        not null,
  -- When it was established: it counts from then.
  counts_from    timestamptz not null,
  -- When it happened or ended: it decides which rules apply.
  happened_at    timestamptz not null,
  article        text,
  evidence       jsonb,
  petition_id    uuid,
  penalty_number text,
  -- False for what judges nothing, such as the filing of a penalty case: it leaves an unrated firm unrated.
  is_assessment  boolean     not null,
  -- SHA-256 of what was told, to know a repeat from another fact under the same number.
  content_sha256 bytea       not null,
  correlation    text        not null,
  recorded_at    timestamptz not null,
  recorded_by    text        not null
);
create index fact_subject on fact (subject);

-- What each code of a fact is worth, with the rule in force when it happened. Points in hundredths: exact, and one sum
-- for every order.
create table fact_line (
  fact         uuid        not null references fact,
  code         text        not null,
  ordinal      smallint    not null,
  name         text,
  points       integer     not null,
  -- The first instant at which it counts no longer; null for what has no points.
  valid_until  timestamptz,
  is_veto      boolean     not null,
  rule         text,
  pack         text,
  pack_sha256  text,
  rule_article text,
  primary key (fact, code)
);

-- The shown score and colour of each subject: follows from its ledger.
create table rating (
  subject      text        not null primary key,
  region       text        not null,
  -- In hundredths; null while unrated.
  score        integer,
  colour       text        not null,
  colour_since timestamptz not null,
  counting     integer     not null,
  -- When an entry next begins or ceases to count; null when none does.
  next_change  timestamptz,
  -- How many events it has had.
  sequence     bigint      not null,
  rule         text        not null,
  pack         text        not null,
  pack_sha256  text        not null,
  rule_article text,
  updated_at   timestamptz not null
);
-- Lists go by region and colour, in the order of the key.
create index rating_region on rating (region text_pattern_ops, subject);
create index rating_colour on rating (colour, subject);

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert on fact, fact_line to %I', service);
  execute format('grant select, insert, update on rating to %I', service);
end $$;
