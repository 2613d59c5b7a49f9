-- round counts how often a run was started again by a person: what was said in an earlier round may be said anew.
ALTER TABLE primer_run ADD COLUMN round BIGINT NOT NULL DEFAULT 0;

-- Customer, job number and asker, folded: what the dashboard's search looks through.
ALTER TABLE primer_run ADD COLUMN job TEXT;
ALTER TABLE primer_run ADD COLUMN search TEXT;
UPDATE primer_run SET search = LOWER(customer || ' ' || asker);

-- Lists of the dashboard. The first holds all that a search without a state looks at, so that it reads no run itself.
CREATE INDEX primer_run_board ON primer_run (tenant, created_at, id, state, steps_done, search);
CREATE INDEX primer_run_by_state ON primer_run (tenant, state, created_at, id);
CREATE INDEX primer_run_ended ON primer_run (tenant, ended_at, state);
CREATE INDEX primer_run_changed ON primer_run (tenant, updated_at);
