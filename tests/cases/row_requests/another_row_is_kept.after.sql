with addresses as (

    select *
    from {{ ref('stg_crm__address') }}

),

ranked as (

    select
        *,
        row_number() over (partition by contact_id order by last_used_at desc) as rank_no
    from addresses

),

final as (

    select
        contact_id,
        street,
        city,
        postcode,
        upper(country_code) as country
    from ranked
    where rank_no = 1

)

select *
from final
