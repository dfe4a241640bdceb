SELECT trip_id
     , fare + tip + coalesce(toll, 0) AS total
     , tip
FROM {{ ref('trip') }}
