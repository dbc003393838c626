-- Facts that enforcement systems told and took back, and transfers to the police. Rows are inserted only.
create table fact_correction (
  -- Follows from (source, the correction's number there): kept once.
  id                uuid        not null primary key,
  -- The record that does not stand, as it is or will be kept: corrections may be told first.
  record_id         uuid        not null,
  source            text        not null,
  correction_id     text        not null,
  corrected_fact_id text        not null,
  reason            text        not null,
  fact_codes        text[]      not null,
  at                timestamptz not null,
  recorded_at       timestamptz not null
);
create index fact_correction_record on fact_correction (record_id);

create table crime_record (
  id              uuid        not null primary key,
  source          text        not null,
  referral_number text        not null,
  -- 'crime.referred' or 'crime.decided'.
  kind            text        not null,
  penalty_number  text,
  petition_id     uuid,
  at              timestamptz not null,
  authority       text,
  outcome         text,
  recorded_at     timestamptz not null
);
create index crime_record_referral on crime_record (source, referral_number);
create index crime_record_petition on crime_record (petition_id) where petition_id is not null;


do $$
declare
  service text := current_setting('ecoredress.service_role');
begin
  execute format('grant select, insert on fact_correction, crime_record to %I', service);
end $$;
