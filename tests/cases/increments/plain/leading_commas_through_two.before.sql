WITH deals AS (
  SELECT
      deal_id
    , deal_name
    , stage_id
  FROM deal
)

SELECT
    d.deal_id      AS deal_id
  , d.deal_name    AS deal_name
  , d.stage_id     AS deal_stage
FROM deals d
