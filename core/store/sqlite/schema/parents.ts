/**
 * The generation that another came of, so that what came of one is found. Only rows that may name one are written: all of them
 * would keep a large store from starting for seconds.
 */

export const parentsStep = `
  ALTER TABLE generations ADD COLUMN parent TEXT;
  UPDATE generations SET parent = (
    SELECT substr(value, 8, length(value) - 9) FROM json_each(record, '$.spec.sources')
    WHERE value GLOB 'result:?*:[0-9]' ORDER BY key LIMIT 1
  )
  WHERE record GLOB '*"result:*';
  CREATE INDEX generations_children ON generations (account, parent, created_at DESC, id DESC)
    WHERE status = 'delivered' AND parent IS NOT NULL;
`
