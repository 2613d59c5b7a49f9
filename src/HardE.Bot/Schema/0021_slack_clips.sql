-- Voice clips on their way to words: stored before Slack gets its 200, gone once they are words or an apology.
CREATE TABLE slack_clip (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    clip TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX slack_clip_due ON slack_clip (due_at);
