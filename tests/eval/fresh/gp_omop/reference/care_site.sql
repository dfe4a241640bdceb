SELECT pracid::INTEGER AS care_site_id,
       ('Practice ' || lpad(pracid::VARCHAR, 6, '0'))::VARCHAR AS care_site_name,
       8977::INTEGER AS place_of_service_concept_id,
       nullif(region, '-')::INTEGER AS location_id,
       pracid::VARCHAR AS care_site_source_value
FROM practice
