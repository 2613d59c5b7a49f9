-- Whose turn it is, so that only this person's stop ends it. turn.state may also be: stopping.
ALTER TABLE turn ADD COLUMN user_id TEXT;
