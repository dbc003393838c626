-- The answers to requests with an Idempotency-Key, written in the transaction of what they did and kept for a time.
create table idempotency_key (
  caller      text        not null,
  key         text        not null,
  -- SHA-256 of the method, the path and the body.
  fingerprint bytea       not null,
  status      integer     not null,
  location    text,
  etag        text,
  body        bytea       not null,
  expires_at  timestamptz not null,
  primary key (caller, key)
);
create index idempotency_key_expiry on idempotency_key (expires_at);

do $$
begin
  execute format(
    'grant select, insert, update, delete on idempotency_key to %I', current_setting('ecoredress.service_role'));
end $$;
