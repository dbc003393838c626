-- The rule packs and calendars in use, by content hash. A pack that decisions refer to is never changed or deleted;
-- it is replaced by one that is active instead.
create table rule_document (
  hash      text        primary key,
  kind      text        not null check (kind in ('pack', 'calendar')),
  name      text        not null,
  body      bytea       not null,
  active    boolean     not null,
  loaded_at timestamptz not null default now()
);

do $$
begin
  execute format('grant select on rule_document, schema_migration to %I', current_setting('ecoredress.service_role'));
end $$;
