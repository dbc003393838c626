-- The history in the order of time, for those who ask what has happened since: rows come in that order, so that a range
-- of blocks is enough and a new row costs nothing.
create index petition_step_at on petition_step using brin (at) with (pages_per_range = 16, autosummarize = on);
