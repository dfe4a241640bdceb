WITH latest AS (
    SELECT *
    FROM {{ ref('stg_accounts') }}
    QUALIFY ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY created_at DESC) = 1
)

SELECT
    account_id,
    UPPER(latest.country_code)::VARCHAR(2) AS country_code,
    created_at::DATE AS created_on,
    mrr,
    COALESCE(seed_countries.country_name, 'Unknown') AS country_name,
    COALESCE(latest.mrr * 12, 0) AS arr,
    CASE WHEN latest.plan IS DISTINCT FROM 'free' THEN 'paid' ELSE 'free' END AS plan_tier
FROM latest
LEFT JOIN {{ ref('seed_countries') }} AS seed_countries ON latest.country_code = seed_countries.country_code
