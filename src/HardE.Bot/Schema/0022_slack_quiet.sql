-- Where people asked Hard-E to be quiet: thread is empty for a whole channel; mode is mute or mention.
CREATE TABLE slack_quiet (
    tenant TEXT NOT NULL,
    team TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT NOT NULL,
    mode TEXT NOT NULL,
    set_by TEXT NOT NULL,
    set_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, team, channel, thread)
);

-- 1 while the person we answered last has the word with us; somebody else speaking up ends that.
ALTER TABLE slack_thread ADD COLUMN follows BIGINT NOT NULL DEFAULT 1;
