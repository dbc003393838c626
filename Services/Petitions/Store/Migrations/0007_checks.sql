-- What others bring to the chance of a monthly check: committed to while the month runs, revealed when it has ended.
create table monthly_check_contribution (
  check_id     uuid        not null,
  -- Who brings it, as their token names them.
  contributor  text        not null,
  commitment   text        not null,
  committed_at timestamptz not null,
  seed         text,
  revealed_at  timestamptz,
  primary key (check_id, contributor)
);

-- Counts the changes: the ETag. A check counts its events already.
alter table reminder_letter add column version bigint not null default 1;
alter table reward add column version bigint not null default 1;

do $$
begin
  execute format('grant select, insert, update on monthly_check_contribution to %I',
    current_setting('ecoredress.service_role'));
end $$;
