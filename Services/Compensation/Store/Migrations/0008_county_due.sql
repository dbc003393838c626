-- The periods of one county that end next: a small county's few stand among all of a city's otherwise.
-- lock: steps wait while it is built, under a second for a hundred thousand cases; on a larger table the release's notes say to
-- build it concurrently before.
create index if not exists compensation_case_county_due on compensation_case (region, due_at, entry)
  where due_at is not null;
