-- Recorded calls that were brought in. body is the talk, line by line, sealed; digest is of the file, so that the same file is one call.
-- consent: all, one_party, unknown (kept out of every answer). roles_by: who said which speaker is the rep.
CREATE TABLE recorded_call (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    digest TEXT NOT NULL,
    title TEXT NOT NULL,
    trade TEXT NOT NULL,
    rep TEXT NOT NULL,
    lead TEXT NOT NULL,
    consent TEXT NOT NULL,
    roles_by TEXT NOT NULL,
    body TEXT NOT NULL,
    imported_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX recorded_call_digest ON recorded_call (tenant, digest);
