/** The table of generations: a column for what is looked up, guarded or unique, and JSON for the rest. */

/** `folded` is the prompt as search compares it. */
export const generationsStep = `
  CREATE TABLE generations (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    call TEXT NOT NULL UNIQUE,
    cache_key TEXT NOT NULL,
    status TEXT NOT NULL,
    slot INTEGER,
    lease_owner TEXT,
    lease_until INTEGER,
    repeat_of TEXT,
    created_at INTEGER NOT NULL,
    folded TEXT NOT NULL,
    record TEXT NOT NULL
  ) STRICT;

  CREATE UNIQUE INDEX generations_slot ON generations (account, slot) WHERE slot IS NOT NULL;
  CREATE UNIQUE INDEX generations_spec ON generations (account, cache_key) WHERE slot IS NOT NULL;
  CREATE INDEX generations_owned ON generations (account, id);
  CREATE INDEX generations_unfinished ON generations (created_at, id) WHERE slot IS NOT NULL;
  CREATE INDEX generations_history ON generations (account, created_at DESC, id DESC)
    WHERE status = 'delivered';
  CREATE INDEX generations_shown ON generations (account, cache_key, created_at DESC, id DESC)
    WHERE status = 'delivered';
  CREATE INDEX generations_repeats ON generations (repeat_of)
    WHERE status = 'delivered' AND repeat_of IS NOT NULL;
`
