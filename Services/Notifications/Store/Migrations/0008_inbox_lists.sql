-- What of the units' inboxes nobody has read, and what still wants an acknowledgement: the few of which lists are asked,
-- in their order, however much was read long ago.

-- lock: messages wait for their inbox while it is built, a second for half a million items; on a larger table the release's
-- notes say to build it concurrently before.
create index if not exists inbox_item_unit_unread on inbox_item (entry) where audience = 'unit' and read_at is null;
-- lock: as above, and fewer rows.
create index if not exists inbox_item_unit_unacknowledged on inbox_item (entry)
  where audience = 'unit' and wants_acknowledgement and acknowledged_at is null;
