WITH adr AS (
  SELECT *, split_part(address_type, '#', 2) AS typ
  FROM ef_school_addresses WHERE end_date IS NULL
  QUALIFY row_number() OVER (PARTITION BY tenant_code, school_id
            ORDER BY CASE WHEN split_part(address_type, '#', 2) = 'Physical' THEN 0 ELSE 1 END, split_part(address_type, '#', 2)) = 1
)
SELECT md5(lower(s.tenant_code || '-' || s.school_id::VARCHAR))::VARCHAR AS k_school,
       md5(lower(s.tenant_code || '-' || s.lea_id::VARCHAR))::VARCHAR AS k_lea,
       s.tenant_code::VARCHAR AS tenant_code,
       s.school_id::INTEGER AS school_id,
       trim(s.name_of_institution)::VARCHAR AS school_name,
       coalesce(nullif(trim(s.short_name), ''), trim(s.name_of_institution))::VARCHAR AS school_short_name,
       l.lea_name::VARCHAR AS lea_name,
       split_part(s.school_category, '#', 2)::VARCHAR AS school_category,
       (s.charter_status IS NOT NULL AND split_part(s.charter_status, '#', 2) <> 'Not a Charter School')::BOOLEAN AS is_charter,
       a.street_number_name::VARCHAR AS street_address,
       a.city::VARCHAR AS city,
       upper(a.state_abbreviation)::VARCHAR AS state_code,
       left(a.postal_code, 5)::VARCHAR AS postal_code
FROM ef_schools s
JOIN ef_leas l ON l.tenant_code = s.tenant_code AND l.lea_id = s.lea_id
LEFT JOIN adr a ON a.tenant_code = s.tenant_code AND a.school_id = s.school_id
