-- Filters in the dialects of CloudEvents Subscriptions, and how replicas notice that subscriptions changed.

alter table subscription
  -- Texts of the attribute `kind`; empty lets all pass.
  add column kinds   text[] not null default '{}',
  -- A list of filters, all of which must let an event pass.
  add column filters jsonb  not null default '[]',
  -- The change, counted over all subscriptions, that made the row what it is to those who look for takers of events.
  add column epoch   bigint not null default 0;

-- The number of the last change that was committed. Whoever changes a subscription holds this one row until the commit,
-- so that numbers become visible in their order: who has seen a number has seen all before it.
create table subscription_epoch (
  single boolean not null primary key default true check (single),
  epoch  bigint  not null
);
insert into subscription_epoch (epoch) values (1);
update subscription set epoch = 1;
create index subscription_changed on subscription (epoch);

create function count_subscription_change() returns trigger language plpgsql
set search_path from current as $$
begin
  update subscription_epoch set epoch = epoch + 1 returning epoch into new.epoch;
  return new;
end $$;
create trigger subscription_added before insert on subscription
  for each row execute function count_subscription_change();
create trigger subscription_changed before update on subscription
  for each row
  when ((old.status, old.types, old.regions, old.kinds, old.colours, old.filters)
    is distinct from (new.status, new.types, new.regions, new.kinds, new.colours, new.filters))
  execute function count_subscription_change();

do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, update on subscription_epoch to %I', service);
end $$;
