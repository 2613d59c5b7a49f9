-- Customer, job number and asker, folded: what the dashboard's search looks through, all of it in the index of the list.
ALTER TABLE primer_run ADD COLUMN search TEXT;
UPDATE primer_run SET search = LOWER(customer || ' ' || asker);
DROP INDEX primer_run_board;
CREATE INDEX primer_run_board ON primer_run (tenant, created_at, id, state, steps_done, search);
