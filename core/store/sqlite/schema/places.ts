/** A place among an account's running generations, beside its slot among the unfinished ones; an order's entries, once each. */

export const placesStep = `
  ALTER TABLE generations ADD COLUMN place INTEGER;
  CREATE UNIQUE INDEX generations_place ON generations (account, place) WHERE place IS NOT NULL;

  DROP INDEX IF EXISTS entries_of_order;
  CREATE UNIQUE INDEX entries_of_order ON entries (reference, key) WHERE kind IN ('purchase', 'reversal');
`
