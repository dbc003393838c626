-- Many clocks to a petition. What they say in full stands in one column; what lists and sweeps look for stands beside it.
alter table petition
  -- Every clock, as the program keeps it; null while there is but the one of receipt, untouched.
  add column clocks         jsonb,
  -- The next instant at which a clock has something to tell; null when none has.
  add column attention_at   timestamptz,
  -- True while a date may change when a year's working days are announced.
  add column is_provisional boolean not null default false,
  -- True while a period has run out and is not made good.
  add column is_overdue     boolean not null default false,
  -- How strictly a higher level watches the case.
  add column supervision    text;

update petition
set attention_at = due_at,
  is_overdue = acceptance_overdue_at is not null and acceptance_met_at is null
    or conclusion_overdue_at is not null and conclusion_met_at is null
where status <> 'archived';

-- Entries come in runs, since all petitions of a day share their instants.
create index petition_attention on petition (attention_at) where attention_at is not null;
create index petition_provisional on petition (entry) where is_provisional;
create index petition_overdue on petition (received_at, entry) where is_overdue;
create index petition_supervised on petition (received_at, entry) where supervision is not null;

alter table deadline_basis
  -- The period as the rule states it, without extension; null in rows older than this column: then as long as `length`.
  add column period      text,
  -- When its end is warned of, and when it goes up a level once missed.
  add column warn_at     timestamptz[] not null default '{}',
  add column escalate_at timestamptz[] not null default '{}';

-- One kind of timer tends all clocks.
update timer set kind = 'petition.clocks' where kind in ('petition.acceptance-due', 'petition.conclusion-due');
