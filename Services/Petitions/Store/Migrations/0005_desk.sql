-- What staff lists go by beside what is there already; kept up by whatever changes a petition.
alter table petition
  -- Counts the changes: the ETag.
  add column version       bigint  not null default 1,
  -- The unit that has the case, once it is another than the one it was suggested for.
  add column handling_unit text,
  -- Whom verified findings concern.
  add column concerned     text;

-- Each list goes through one of these in its own order and stops at the page's end. At intake all three grow at the end
-- of a run; the others hold what staff have touched alone and cost intake nothing.
create index petition_received on petition (received_at, entry);
create index petition_region on petition (region, received_at, entry);
create index petition_unit on petition (coalesce(handling_unit, unit), received_at, entry);
create index petition_status on petition (status, received_at, entry) where status <> 'received';
create index petition_subject on petition (coalesce(concerned, subject), received_at, entry)
  where coalesce(concerned, subject) is not null;

-- Search by exact match and nothing else: a hash of four bytes does, and keeps the index small.
create index petition_vault_phone on petition_vault using hash (phone) where phone is not null;
create index petition_vault_email on petition_vault using hash (email) where email is not null;

-- How often the public query was asked, by keyed hash of the number or the address, until when that counts. It may be
-- lost in a crash: then counting begins anew.
create unlogged table query_attempt (
  bucket   bytea       not null primary key,
  attempts bigint      not null,
  ends_at  timestamptz not null
);
create index query_attempt_end on query_attempt (ends_at);

do $$
begin
  execute format(
    'grant select, insert, update, delete on query_attempt to %I', current_setting('ecoredress.service_role'));
end $$;
