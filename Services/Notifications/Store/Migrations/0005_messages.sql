-- Messages for every audience, with every attempt on record; what people deliver by hand; the inbox; questions and answers.

-- How many events were told about each subject. Whoever changes the messages of a subject locks this row first.
create table message_subject (
  subject  text   not null primary key,
  sequence bigint not null default 0
);
insert into message_subject (subject, sequence) select petition_id::text, sequence from correspondence;

alter table message
  alter column petition_id drop not null,
  alter column contact drop not null,
  add column subject          text    not null default '',
  -- Messages of one line go out one after the other: those of one subject that are held back until the same instant.
  add column line             text    not null default '',
  add column audience         text    not null default 'petitioner',
  add column addressee        text,
  add column language         text    not null default 'zh-CN',
  add column urgency          text    not null default 'ordinary' check (urgency in ('ordinary', 'urgent', 'legal')),
  add column not_before       timestamptz,
  add column document_number  text,
  add column wants_acknowledgement boolean not null default false,
  -- The channel whose turn it is, counted from 0, and how many attempts were made by it.
  add column position         smallint not null default 0,
  add column channel_attempts integer  not null default 0,
  -- The member of staff who delivers it by hand, and until when others leave it to them.
  add column taken_by         text,
  add column taken_until      timestamptz,
  add column acknowledged_at  timestamptz,
  add column acknowledged_by  text;
-- pending: a worker will send it; by-hand: it waits for staff; delivered: out of our hands with proof; failed: not
-- reachable by any channel.
alter table message drop constraint message_status_check;
alter table message add constraint message_status_check
  check (status in ('pending', 'by-hand', 'delivered', 'failed')) not valid;
update message set subject = petition_id::text, line = petition_id::text,
  channel = case when status = 'pending' then channels[1] else channel end;
create index message_line on message (line, ordinal) where status = 'pending';
create index message_by_hand on message (ordinal) where status = 'by-hand';
create index message_channel_due on message (channel, due_at, ordinal) where due_at is not null;
create index message_addressee on message (addressee, ordinal) where addressee is not null;
create index message_subject_ordinal on message (subject, ordinal);
create index message_unacknowledged on message (region, ordinal)
  where wants_acknowledgement and acknowledged_at is null;

-- Every attempt, as it was made: by which channel, what came of it, the proof. Never changed.
create table message_attempt (
  message_id   uuid        not null,
  number       integer     not null,
  channel      text        not null,
  -- delivered, failed (it may be tried again), refused (not by this channel), skipped (no address, or not connected).
  outcome      text        not null check (outcome in ('delivered', 'failed', 'refused', 'skipped')),
  failure      text,
  proof        text,
  proof_sha256 text,
  -- The worker, or the member of staff who called.
  actor        text        not null,
  made_at      timestamptz not null,
  primary key (message_id, number)
);

-- What came by the channel inbox, for the addressee to read. Nothing here is for or about petitioners.
create table inbox_item (
  message_id      uuid        not null primary key,
  entry           bigint      not null generated always as identity unique,
  audience        text        not null check (audience <> 'petitioner'),
  addressee       text        not null,
  region          text        not null,
  subject         text        not null,
  language        text        not null,
  title           text        not null,
  body            text        not null,
  html            text,
  document_number text,
  wants_acknowledgement boolean not null,
  delivered_at    timestamptz not null,
  read_at         timestamptz,
  read_by         text,
  acknowledged_at timestamptz,
  acknowledged_by text
);
create index inbox_item_unit on inbox_item (region, entry) where audience = 'unit';
create index inbox_item_addressee on inbox_item (addressee, entry);
create index inbox_item_unread on inbox_item (addressee, entry) where read_at is null;

-- What an enterprise asks or answers (政企沟通). The owner is who was asked first and stays it until the answer is given,
-- also when others handle it (首问负责制).
create table enquiry (
  id          uuid        not null primary key,
  entry       bigint      not null generated always as identity unique,
  enterprise  text        not null,
  region      text        not null,
  title       text        not null,
  -- The message it answers.
  message_id  uuid,
  status      text        not null check (status in ('open', 'answered', 'closed')),
  owner       text,
  handler     text,
  -- The region of the handler, when it was transferred to another unit.
  handled_in  text        not null,
  asked_at    timestamptz not null,
  answered_at timestamptz,
  posts       integer     not null default 1,
  version     bigint      not null default 1
);
create index enquiry_enterprise on enquiry (enterprise, entry);
create index enquiry_region on enquiry (handled_in, entry);
create index enquiry_owner on enquiry (owner, entry);

-- What was said, in order. Never changed.
create table enquiry_post (
  enquiry_id uuid        not null,
  number     integer     not null,
  kind       text        not null check (kind in ('question', 'answer', 'taken', 'transferred', 'handed-over', 'closed')),
  author     text        not null,
  body       text        not null,
  made_at    timestamptz not null,
  primary key (enquiry_id, number)
);

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert, update on message_subject, inbox_item, enquiry to %I', service);
  execute format('grant select, insert on message_attempt, enquiry_post to %I', service);
end $$;
