-- 1: a stop, or a press that answers a question; it does not wait behind the turn that runs.
ALTER TABLE inbox ADD COLUMN urgent BIGINT NOT NULL DEFAULT 0;
