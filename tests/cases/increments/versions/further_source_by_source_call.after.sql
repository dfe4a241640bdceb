{{ config(materialized='table') }}
WITH final AS (
    SELECT
        person_id AS party_id,
        full_name AS party_name,
        '-' AS town
    FROM {{ source('crm', 'person') }}

    UNION ALL

    SELECT
        club.club_id AS party_id,
        club.called AS party_name,
        town.town AS town
    FROM {{ source('crm', 'club') }} AS club
    LEFT JOIN {{ source('crm', 'town') }} AS town
        ON club.town_id = town.town_id
)

SELECT * FROM final
