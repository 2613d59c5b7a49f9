-- Answers that are being streamed: the row is there before the stream opens, so that a restart can find and finish it.
CREATE TABLE slack_stream (
    tenant TEXT NOT NULL,
    message_id TEXT NOT NULL,
    segment BIGINT NOT NULL,
    channel TEXT NOT NULL,
    ts TEXT NOT NULL,
    start_at BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    done BIGINT NOT NULL,
    PRIMARY KEY (tenant, message_id, segment)
);
CREATE INDEX slack_stream_ts ON slack_stream (tenant, channel, ts);
CREATE INDEX slack_stream_age ON slack_stream (opened_at);

-- What people thought of an answer; message_id is the turn's id, so the vote lies beside the turn's steps.
CREATE TABLE slack_feedback (
    tenant TEXT NOT NULL,
    message_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    good BIGINT NOT NULL,
    comment TEXT,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, message_id, user_id)
);
