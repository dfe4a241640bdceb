{{ config(alias='account_summary') }}
-- 2023-08: opportunities are counted per account, see ticket CRM-77
WITH accounts AS (
    SELECT
          account_id
        , account_name
        , account_number
        , account_type
        , account_source
        , industry
        , number_of_employees
        , annual_revenue
        , parent_id
        , owner_id
        , billing_city
        , billing_country
        , website
        , created_date
        , last_activity_date
    FROM {{ ref('stg_salesforce__account') }}
    WHERE is_active
)

, owners AS (
    SELECT
          user_id
        , name AS owner_name
        , email AS owner_email
        , is_active AS is_owner_active
    FROM {{ ref('stg_salesforce__user') }}
)

, opportunities AS (
    SELECT
          opportunity_id
        , account_id
        , amount
        , is_won
        , is_closed
        , created_date
        , close_date
    FROM {{ ref('stg_salesforce__opportunity') }}
)

, opportunity_agg AS (
    SELECT
          account_id
        , COUNT(*) AS total_opportunities
        , SUM(CASE WHEN is_won THEN 1 ELSE 0 END) AS won_opportunities
        , SUM(CASE WHEN is_won THEN amount ELSE 0 END) AS won_amount
        , SUM(CASE WHEN NOT is_closed THEN amount ELSE 0 END) AS pipeline_amount
        , MIN(created_date) AS first_opportunity_date
    FROM opportunities
    GROUP BY account_id
)

, final AS (
    SELECT
          accounts.*
        , owners.owner_name
        , owners.owner_email
        , owners.is_owner_active
        , COALESCE(opportunity_agg.total_opportunities, 0) AS total_opportunities
        , COALESCE(opportunity_agg.won_opportunities, 0) AS won_opportunities
        , COALESCE(opportunity_agg.won_amount, 0) AS won_amount
        , opportunity_agg.pipeline_amount
        , opportunity_agg.first_opportunity_date
    FROM accounts
    LEFT JOIN owners
        ON accounts.owner_id = owners.user_id
    LEFT JOIN opportunity_agg
        ON accounts.account_id = opportunity_agg.account_id
)

SELECT * FROM final
