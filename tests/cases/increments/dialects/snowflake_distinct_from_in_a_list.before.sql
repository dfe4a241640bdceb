WITH latest AS (
    SELECT *
    FROM {{ ref('stg_accounts') }}
    QUALIFY ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY created_at DESC) = 1
)

SELECT
    account_id,
    UPPER(country_code)::VARCHAR(2) AS country_code,
    created_at::DATE AS created_on,
    mrr
FROM latest
