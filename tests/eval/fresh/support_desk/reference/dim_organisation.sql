WITH org AS (
    SELECT id, nullif(trim(name), '') AS name, nullif(trim(external_ref), '') AS external_ref,
           coalesce(nullif(upper(trim(country)), ''), 'XX') AS country_code, created_at
    FROM zd_organization
    WHERE NOT coalesce(deleted, false)
), tags AS (
    SELECT organization_id, string_agg(trim(tag), ', ' ORDER BY trim(tag)) AS tag_list
    FROM zd_organization_tag
    WHERE nullif(trim(tag), '') IS NOT NULL
    GROUP BY organization_id
), doms AS (
    SELECT organization_id, lower(trim(domain_name)) AS domain_name,
           row_number() OVER (PARTITION BY organization_id ORDER BY position, lower(trim(domain_name))) AS rn,
           count(*) OVER (PARTITION BY organization_id) AS n
    FROM zd_domain_name
), contacts AS (
    SELECT organization_id, count(*) AS n
    FROM zd_user
    WHERE lower(trim(role)) = 'end-user' AND coalesce(active, false) AND NOT coalesce(suspended, false)
    GROUP BY organization_id
)
SELECT org.id AS organisation_id,
       coalesce(org.name, 'Organisation ' || org.id) AS organisation_name,
       lpad(split_part(org.external_ref, '-', 2), 8, '0') AS customer_number,
       org.country_code,
       CASE WHEN org.country_code IN ('GB', 'IE') THEN 'British Isles'
            WHEN org.country_code IN ('NL', 'BE', 'LU') THEN 'Benelux'
            WHEN org.country_code IN ('DE', 'AT', 'CH') THEN 'DACH'
            WHEN org.country_code IN ('DK', 'NO', 'SE') THEN 'Nordics'
            WHEN org.country_code = 'FR' THEN 'France'
            ELSE 'Other' END AS region,
       tags.tag_list,
       doms.domain_name AS main_domain,
       coalesce(doms.n, 0) AS domain_count,
       coalesce(contacts.n, 0) AS active_contacts,
       CAST(org.created_at AS DATE) AS customer_since
FROM org
LEFT JOIN tags ON tags.organization_id = org.id
LEFT JOIN doms ON doms.organization_id = org.id AND doms.rn = 1
LEFT JOIN contacts ON contacts.organization_id = org.id
