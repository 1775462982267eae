/**
 * What a history is narrowed by, read from the record, and in the index of the history; favourites have one of their own. Vary was
 * no tool of its own at first: its words stood before the prompt.
 */

export const historyFiltersStep = `
  ALTER TABLE generations ADD COLUMN tool TEXT
    AS (CASE
      WHEN json_extract(record, '$.spec.tool') IS NOT NULL THEN json_extract(record, '$.spec.tool')
      WHEN json_extract(record, '$.spec.prompt') GLOB 'Another version of this picture, different in its details: *'
        AND json_extract(record, '$.spec.sources[0]') GLOB 'result:*' THEN 'variation'
      ELSE 'imagine'
    END) VIRTUAL;
  ALTER TABLE generations ADD COLUMN quality TEXT AS (json_extract(record, '$.spec.quality')) VIRTUAL;
  ALTER TABLE generations ADD COLUMN favourite INTEGER
    AS (json_extract(record, '$.favourite') IS NOT NULL) VIRTUAL;

  DROP INDEX IF EXISTS generations_history;
  CREATE INDEX generations_history ON generations (account, created_at DESC, id DESC, tool, quality, folded)
    WHERE status = 'delivered';
  CREATE INDEX generations_favourites ON generations (account, created_at DESC, id DESC, tool, quality, folded)
    WHERE status = 'delivered' AND favourite = 1;
`
