-- Where each consumer stands. The position moves in the transaction of the effects, and only from the value it was
-- read at, so that a zombie's transaction fails. PostgreSQL's position wins over Kafka's.
create table consumer_position (
  topic        text     not null,
  partition    integer  not null,
  next_offset  bigint   not null check (next_offset >= 0),
  -- The position at which the present owner took the partition over, and whether the owner gave it back in order.
  claimed_at   bigint,
  owner        uuid,
  -- Who owned it before the present owner: whose note tells what it died of.
  previous_owner uuid,
  released     boolean  not null default true,
  -- How often in a row this very position was left without being given back.
  left_uncleanly integer not null default 0,
  primary key (topic, partition)
);

-- The one message an owner is handling alone: written outside the transaction of the effects, so that it outlives the
-- owner. One note an owner, not one a partition: an owner dies of one message only.
create table consumer_note (
  owner     uuid    primary key,
  topic     text    not null,
  partition integer not null,
  noted     bigint  not null
);

-- Facts about this schema's messaging that must survive a restart: shard count, the broker's incarnation.
create table messaging_setting (
  name  text primary key,
  value text not null
);
