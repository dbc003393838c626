-- Who is told what: the addressee book, what was told and what waits to be told together, legal documents, broadcasts with
-- attendance, appointments.

-- Who can be told, and by which channels. No petitioner is ever in it.
create table addressee (
  key        text        collate "C" not null primary key,
  -- The order of entering; pages of lists go by it.
  entry      bigint      not null generated always as identity unique,
  audience   text        not null check (audience <> 'petitioner'),
  name       text        not null,
  region     text        collate "C" not null,
  roles      text[]      not null,
  tags       text[]      not null,
  language   text        not null,
  channels   text[]      not null,
  -- Telephone, mailbox, address, sealed for this service: who reads the table reaches nobody.
  contacts   bytea,
  colour     text,
  is_active  boolean     not null,
  version    bigint      not null default 1,
  updated_at timestamptz not null,
  updated_by text        not null
);
create index addressee_region on addressee (region, entry);
create index addressee_audience on addressee (audience, region, key);
create index addressee_roles on addressee using gin (roles);

-- What was told to whom, for deduplication and throttling; deleted after a month.
create table told_notice (
  addressee text        not null,
  template  text        not null,
  subject   text        not null,
  told_at   timestamptz not null
);
create index told_notice_addressee on told_notice (addressee, told_at);
create index told_notice_same on told_notice (addressee, template, subject, told_at);
create index told_notice_age on told_notice (told_at);

-- What waits for the digest of its addressee.
create table gathered_notice (
  id        uuid        not null primary key,
  ordinal   bigint      not null generated always as identity,
  addressee text        not null,
  audience  text        not null,
  region    text        not null,
  template  text        not null,
  subject   text        not null,
  words     jsonb       not null,
  at        timestamptz not null,
  due_at    timestamptz not null
);
create index gathered_notice_due on gathered_notice (addressee, due_at, ordinal);

-- The last number of each series of documents within a year.
create table document_number (
  series text   not null,
  year   int    not null,
  last   bigint not null,
  primary key (series, year)
);

-- Legal documents as they were issued; never changed.
create table legal_document (
  id        uuid        not null primary key,
  entry     bigint      not null generated always as identity unique,
  code      text        not null,
  number    text        not null,
  subject   text        not null,
  region    text        collate "C" not null,
  audience  text        not null,
  addressee text,
  language  text        not null,
  issuer    text        not null,
  title     text        not null,
  plain     text        not null,
  html      text        not null,
  -- Over the HTML: what was shown can be proved.
  sha256    text        not null,
  edition   text        not null,
  cause     text        not null,
  issued_at timestamptz not null
);
create index legal_document_region on legal_document (region, entry);
create index legal_document_addressee on legal_document (addressee, entry) where addressee is not null;
create index legal_document_subject on legal_document (subject, entry);
create index legal_document_number on legal_document (number);

-- What is told to many: trainings, briefings, typical cases, consultation days.
create table broadcast (
  id          uuid        not null primary key,
  entry       bigint      not null generated always as identity unique,
  region      text        collate "C" not null,
  kind        text        not null,
  status      text        not null check (status in ('draft', 'sending', 'sent', 'cancelled')),
  content     jsonb       not null,
  starts_at   timestamptz,
  -- Whom the sending has reached: it goes on behind this key.
  reached     text        collate "C",
  invited     integer     not null default 0,
  made_by     text        not null,
  sent_by     text,
  sent_at     timestamptz,
  version     bigint      not null default 1,
  updated_at  timestamptz not null
);
create index broadcast_region on broadcast (region, entry);

-- Who was told, who means to come, and who came.
create table broadcast_recipient (
  broadcast_id uuid        not null,
  addressee    text        collate "C" not null,
  entry        bigint      not null generated always as identity unique,
  name         text        not null,
  message_id   uuid        not null,
  invited_at   timestamptz not null,
  answer       text        check (answer in ('coming', 'not-coming')),
  answered_at  timestamptz,
  expected     integer,
  -- Null until attendance was taken.
  attended     boolean,
  persons      integer,
  minutes      integer,
  recorded_by  text,
  recorded_at  timestamptz,
  primary key (broadcast_id, addressee)
);
create index broadcast_recipient_page on broadcast_recipient (broadcast_id, entry);
create index broadcast_recipient_addressee on broadcast_recipient (addressee, entry);

-- Appointments with enterprises: check-ups, follow-up visits, consultations.
create table appointment (
  id         uuid        not null primary key,
  entry      bigint      not null generated always as identity unique,
  addressee  text        not null,
  audience   text        not null,
  region     text        collate "C" not null,
  unit       text        not null,
  purpose    text        not null,
  at         timestamptz not null,
  place      text,
  note       text,
  status     text        not null check (status in ('planned', 'kept', 'missed', 'cancelled')),
  -- The appointment that this one follows (复诊).
  follows    uuid,
  made_by    text        not null,
  version    bigint      not null default 1,
  updated_at timestamptz not null
);
create index appointment_region on appointment (region, entry);
create index appointment_addressee on appointment (addressee, entry);

-- Days that recur begin by themselves: the timer that sets the first of them is due since ever.
insert into timer (id, kind, subject, due_at, data)
values (gen_random_uuid(), 'notification.recurring-days', '', '2000-01-01T00:00:00Z', '');

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert, update on addressee, document_number, broadcast, broadcast_recipient,
    appointment to %I', service);
  execute format('grant select, insert, delete on told_notice, gathered_notice to %I', service);
  execute format('grant select, insert on legal_document to %I', service);
end $$;
