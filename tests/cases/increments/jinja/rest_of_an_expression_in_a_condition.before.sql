SELECT trip_id
     , fare {% if var('with_tip', true) %}+ tip{% endif %} {% if var('with_toll', false) %}+ toll{% endif %} AS total
     , tip
FROM {{ ref('trip') }}
