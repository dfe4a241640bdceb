{{ config(materialized='table') }}
WITH final AS (
    SELECT
        person_id AS party_id,
        full_name AS party_name,
        '-' AS town
    FROM {{ source('crm', 'person') }}
)

SELECT * FROM final
