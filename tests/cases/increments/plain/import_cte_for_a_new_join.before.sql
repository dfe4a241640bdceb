with deals as (

    select *
    from deal

), final as (

    select
        deals.deal_id,
        deals.deal_name
    from deals

)

select *
from final
