{{
    config(
        materialized='incremental',
        unique_key='id',
        tags=['daily']
    )
}}

WITH security AS (
    SELECT *
    FROM {{ ref('stg_security') }}
    {% if is_incremental() %}

    WHERE date >= (SELECT MAX(date) FROM {{ this }})

    {% endif %}
),
license AS (
    SELECT *
    FROM {{ ref('stg_license') }}
),
server_daily AS (
    SELECT
        security.server_id || '-' || security.date   AS id,
        security.date,
        security.server_id,
        security.ip_address,
        security.version,
        security.db_type,
        security.os_type,
        security.active_user_count,
        security.user_count,
        security.ran_tests,
        license.license_id                           AS license_id,
        license.edition                              AS license_edition,
        license.company                              AS company_name,
        CASE WHEN license.license_id IS NULL THEN FALSE ELSE TRUE END AS is_licensed
    FROM security
    LEFT JOIN license
        ON security.server_id = license.server_id
        AND security.date >= license.start_date
        AND security.date <= license.server_expire_date
    WHERE security.version IS NOT NULL
)
SELECT *
FROM server_daily
