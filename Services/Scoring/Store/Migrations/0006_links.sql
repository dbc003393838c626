-- Who owned a site, found without its ledger being read: few entries link one.

-- lock: facts wait while it is built, about three seconds for ten million of them, of which it holds few; on a larger table the
-- release's notes say to build it concurrently before.
create index if not exists fact_link on fact (subject, owner) where owner is not null;
