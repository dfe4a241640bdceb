with c as (select * from {{ source('crm', 'customer') }}), country as (select * from {{ source('crm', 'country') }})
select
    customer_id,
    upper(c.name) as name,
    c.country_id::varchar as country_id,
    coalesce(c.updated_at, c.updated_at) updated_at,
    country.name as country_name
from c
left join country on c.country_id = country.country_id
where c.updated_at is not null and c.name <> 'name'
{% if is_incremental() %}
  and c.updated_at > (select max(updated_at) from {{ this }}) and c.name > '{{ var('name', 'name') }}'
{% endif %}
order by name
