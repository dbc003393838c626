-- What the service's login role may do with the messaging tables: no DDL, no deletion from what is a record.
do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert, update, delete on
    consumer_position, consumer_note, messaging_setting, dead_letter, timer, business_clock,
    outbox_tick, outbox_published, outbox_already_published to %I', service);
  execute format('grant select, insert on inbox, outbox, audit to %I', service);
  execute format('grant select on inbox_generation to %I', service);
  execute format('grant usage, select on sequence outbox_id to %I', service);
  execute format('grant usage on schema %I to %I', current_schema(), service);
  execute format('grant execute on all functions in schema %I to %I', current_schema(), service);
end $$;
