-- Study, leniency in penalty cases, credit repair, objections, administrative reviews and lawsuits.

-- What was told of penalty cases, duties of compensation and study, as it was told. Inserted and never changed: a case is
-- put together from its records, whatever the order they came in.
create table case_record (
  -- That of the ledger's entry, where the same event made one.
  id             uuid        not null primary key,
  kind           text        not null,
  subject        text        not null,
  region         text        collate "C" not null,
  source         text        not null,
  penalty_number text,
  case_id        uuid,
  at             timestamptz not null,
  minutes        integer,
  -- The record that does not stand.
  corrects       uuid,
  payload        jsonb       not null,
  recorded_at    timestamptz not null
);
create index case_record_subject on case_record (subject, at);
create index case_record_corrects on case_record (corrects) where corrects is not null;
-- Study is counted by time and region.
create index case_record_study on case_record (at) include (region, subject, minutes, kind, id)
  where kind in ('study.completed', 'exam.passed');

-- Assessments of leniency, each with everything it rests on; never changed.
create table leniency_assessment (
  id             uuid        not null primary key,
  entry          bigint      not null generated always as identity unique,
  subject        text        not null,
  region         text        collate "C" not null,
  penalty_number text        not null,
  verdict        text        not null,
  law            text        not null,
  discretion_fen bigint      not null,
  lowest_fen     bigint      not null,
  highest_fen    bigint      not null,
  request        jsonb       not null,
  document       jsonb       not null,
  assessed_by    text        not null,
  assessed_at    timestamptz not null
);
create index leniency_assessment_case on leniency_assessment (subject, penalty_number, entry);
create index leniency_assessment_region on leniency_assessment (region, entry);
create index leniency_assessment_verdict on leniency_assessment (verdict, entry);

-- What was decided within an assessment.
create table leniency_decision (
  assessment uuid        not null primary key references leniency_assessment,
  decision   text        not null,
  fine_fen   bigint,
  pledge     uuid,
  document   jsonb       not null,
  decided_by text        not null,
  decided_at timestamptz not null
);

-- A pledge serves one penalty case.
create table pledge_use (
  pledge         uuid not null primary key,
  subject        text not null,
  penalty_number text not null,
  assessment     uuid not null references leniency_assessment
);
create index pledge_use_subject on pledge_use (subject);

-- Repairs, objections, reviews and lawsuits from the application to the decision that holds.
create table credit_case (
  id             uuid        not null primary key,
  entry          bigint      not null generated always as identity unique,
  number         text        not null unique,
  kind           text        not null,
  status         text        not null,
  subject        text        not null,
  region         text        collate "C" not null,
  penalty_number text,
  instance       integer     not null,
  filed_at       timestamptz not null,
  is_overdue     boolean     not null,
  -- The end of the first duty that runs.
  due_at         timestamptz,
  -- Whether a period that runs hangs on a year's calendar that is not announced.
  is_provisional boolean     not null,
  sequence       bigint      not null,
  version        bigint      not null,
  file           jsonb       not null,
  updated_at     timestamptz not null
);
create index credit_case_subject on credit_case (subject, entry);
create index credit_case_region on credit_case (region, entry);
create index credit_case_status on credit_case (kind, status, entry);
create index credit_case_overdue on credit_case (entry) where is_overdue;
create index credit_case_provisional on credit_case (entry) where is_provisional;
create index credit_case_due on credit_case (due_at, entry) where due_at is not null;

-- Document numbers run without gaps within a year and a series.
create table document_number (
  series text   not null,
  year   int    not null,
  last   bigint not null,
  primary key (series, year)
);

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format(
    'grant select, insert on case_record, leniency_assessment, leniency_decision, pledge_use to %I', service);
  execute format('grant select, insert, update on credit_case, document_number to %I', service);
end $$;
