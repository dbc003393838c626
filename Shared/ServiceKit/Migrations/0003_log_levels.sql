-- Levels of logging that an operator has set for a time; every replica of the service follows them.
create table log_level (
  -- What the labels of loggers begin with; empty is all of them.
  label  text        primary key,
  level  text        not null check (level in ('trace', 'debug', 'info', 'notice', 'warning', 'error', 'critical')),
  -- Afterwards the configured level holds again.
  until  timestamptz not null,
  actor  text        not null,
  set_at timestamptz not null default now()
);

do $$
begin
  execute format('grant select, insert, update, delete on log_level to %I', current_setting('ecoredress.service_role'));
end $$;
