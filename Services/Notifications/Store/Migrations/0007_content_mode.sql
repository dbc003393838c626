-- How events are put into requests: as one JSON object, or the attributes as headers.
alter table endpoint add column is_binary boolean not null default false;
