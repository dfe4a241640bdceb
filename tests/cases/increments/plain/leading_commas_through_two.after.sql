WITH deals AS (
  SELECT
      deal_id
    , deal_name
    , stage_id
    , is_won
    , amount
  FROM deal
)

SELECT
    d.deal_id      AS deal_id
  , d.deal_name    AS deal_name
  , d.stage_id     AS deal_stage
  , d.is_won       AS is_won
  , d.amount       AS deal_amount
FROM deals d
