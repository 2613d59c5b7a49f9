-- Primer videos: runs, doors, steps, side effects, history; mail that arrived. Times are UTC milliseconds, ids text, JSON text.

-- state: queued, running, retrying, asking, held, ending, done, failed, cancelled, merged.
-- steps_done counts finished steps; attempts counts the starts of the step after them. ends_as: what 'ending' leads to.
-- The lease names the process that works on the run; each write repeats its fence.
CREATE TABLE primer_run (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    state TEXT NOT NULL,
    ends_as TEXT,
    reason TEXT,
    steps_done BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    hold BIGINT NOT NULL,
    cancelled_by TEXT,
    due_at BIGINT NOT NULL,
    deadline_at BIGINT NOT NULL,
    lease_owner TEXT,
    lease_until BIGINT NOT NULL,
    fence BIGINT NOT NULL,
    version BIGINT NOT NULL,
    customer TEXT NOT NULL,
    subject TEXT,
    asker TEXT NOT NULL,
    asker_key TEXT NOT NULL,
    request TEXT NOT NULL,
    work TEXT NOT NULL,
    merged_into TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX primer_run_due ON primer_run (state, due_at);
CREATE INDEX primer_run_newest ON primer_run (tenant, created_at);

-- One row a request that came in, whichever way; the key is the message's own id there. The answer goes to 'address'.
CREATE TABLE primer_door (
    tenant TEXT NOT NULL,
    door_key TEXT NOT NULL,
    run_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    asker TEXT NOT NULL,
    address TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, door_key)
);
CREATE INDEX primer_door_run ON primer_door (tenant, run_id);

-- Which run a customer and job have had last: within the window another request is the same run.
CREATE TABLE primer_subject (
    tenant TEXT NOT NULL,
    subject TEXT NOT NULL,
    run_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (tenant, subject)
);

-- state: running, done, failed, waiting.
CREATE TABLE primer_step (
    tenant TEXT NOT NULL,
    run_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    milliseconds BIGINT NOT NULL,
    input_hash TEXT,
    output TEXT,
    cost_micros BIGINT,
    failure TEXT,
    PRIMARY KEY (tenant, run_id, seq)
);

-- Things that happen outside and must happen once. state: started, done, skipped, unknown.
CREATE TABLE primer_effect (
    tenant TEXT NOT NULL,
    run_id TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    detail TEXT,
    at BIGINT NOT NULL,
    PRIMARY KEY (tenant, run_id, name)
);

-- Who did what to a run, and why: never changed, never removed with the run's files.
CREATE TABLE primer_history (
    tenant TEXT NOT NULL,
    run_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (tenant, run_id, seq)
);

-- Mail that arrived. state: claimed, ordered, answered, ignored, refused, asked.
CREATE TABLE mail_message (
    tenant TEXT NOT NULL,
    mail_key TEXT NOT NULL,
    message_id TEXT,
    content_hash TEXT NOT NULL,
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    run_id TEXT,
    node TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, mail_key)
);
CREATE INDEX mail_message_newest ON mail_message (tenant, received_at);
CREATE INDEX mail_message_sender ON mail_message (tenant, sender, received_at);

-- Addresses that want no mail from us.
CREATE TABLE mail_suppressed (
    tenant TEXT NOT NULL,
    address TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (tenant, address)
);

-- Last run of each recurring job, for the alarm when one stops.
CREATE TABLE job_heartbeat (
    name TEXT PRIMARY KEY,
    interval_ms BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    node TEXT NOT NULL,
    failure TEXT
);
