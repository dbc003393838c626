-- The subjects by region and colour, counted from the index alone.

-- lock: facts wait while it is built, about two seconds for a million subjects; on a larger table the release's notes say to
-- build it concurrently before.
create index if not exists rating_counted on rating (region, colour);
