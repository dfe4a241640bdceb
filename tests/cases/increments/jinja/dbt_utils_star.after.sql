SELECT
    {{ dbt_utils.star(from=ref('person'), except=["ssn", "loaded_at"], relation_alias="p") }},
    upper(p.name) AS name_upper,
    p.ssn IS NOT NULL AS has_ssn
FROM {{ ref('person') }} AS p
