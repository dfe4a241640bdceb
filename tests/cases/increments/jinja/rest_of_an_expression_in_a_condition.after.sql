SELECT trip_id
     , fare + tip + COALESCE(toll, 0) AS total
     , tip
FROM {{ ref('trip') }}
