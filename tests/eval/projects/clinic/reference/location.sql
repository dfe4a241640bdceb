with places as (
    select street, zip, town from addr
    union all
    select street, zip, town from ward
),
shaped as (
    select distinct
        street as address_1,
        array_to_string(
            list_transform(string_split(trim(town), ' '), lambda word: upper(left(word, 1)) || lower(substr(word, 2))), ' '
        ) as city,
        lpad(nullif(regexp_replace(zip, '\D', '', 'g'), ''), 5, '0') as zip
    from places
)
select
    cast(row_number() over (order by zip nulls last, city nulls last, address_1 nulls last) as integer) as location_id,
    address_1,
    city,
    zip,
    md5(coalesce(address_1, '') || '#' || coalesce(zip, '') || '#' || coalesce(city, '')) as location_source_value
from shaped
