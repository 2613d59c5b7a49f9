-- round counts how often a run was started again by a person: what was said in an earlier round may be said anew.
ALTER TABLE primer_run ADD COLUMN round BIGINT NOT NULL DEFAULT 0;

-- The job's number as the CRM or the asker has it, for the dashboard's search.
ALTER TABLE primer_run ADD COLUMN job TEXT;

-- Lists of the dashboard. The first holds all that a search without a state looks at, so that it reads no run itself.
CREATE INDEX primer_run_board ON primer_run (tenant, created_at, id, state, steps_done, customer, job, asker);
CREATE INDEX primer_run_by_state ON primer_run (tenant, state, created_at, id);
CREATE INDEX primer_run_ended ON primer_run (tenant, ended_at, state);
CREATE INDEX primer_run_changed ON primer_run (tenant, updated_at);
