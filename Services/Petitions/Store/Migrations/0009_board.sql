-- What the board counts and what everybody may read, each by an index that holds little else than the answer.

-- lock: submissions wait while it is built, about two seconds for a million petitions; on a larger table the release's notes
-- say to build the indexes concurrently before.
-- The open cases by place and step, counted from the index alone. Cases leave it with the file.
create index if not exists petition_open on petition (region, status)
  where status not in ('archived', 'final', 'merged', 'refused');
-- The published results in the order of publication.
-- lock: as above; only the cases that are published are in it.
create index if not exists petition_published on petition (((file #>> '{published,at}') collate "C"), entry)
  where (file #>> '{published,published}') = 'true' and not is_secret;
-- The letters that wait for the county's bureau.
-- lock: letters are few: some hundreds a year.
create index if not exists reminder_letter_waiting on reminder_letter (to_region)
  where status in ('issued', 'acknowledged');
