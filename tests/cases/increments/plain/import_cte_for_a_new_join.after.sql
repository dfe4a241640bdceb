with deals as (

    select *
    from deal

), owner as (

    select *
    from owner

), final as (

    select
        deals.deal_id,
        deals.deal_name,
        owner.email as owner_email
    from deals
    left join owner on deals.owner_id = owner.owner_id

)

select *
from final
