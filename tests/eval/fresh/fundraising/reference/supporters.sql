select
    contact_id as supporter_id,
    case when first_name is null then last_name else first_name || ' ' || last_name end as full_name,
    lower(trim(email)) as email,
    upper(split_part(postcode, ' ', 1)) as postcode_area,
    coalesce(country, 'GB') as country,
    case when opt_in in ('Y', 'y') then 'Yes' else 'No' end as may_email,
    created_on as joined_on,
    year(created_on) as joined_year
from contacts
where merged_into is null
