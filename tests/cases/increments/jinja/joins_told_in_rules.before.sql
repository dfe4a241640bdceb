with deal as (

    select *
    from {{ ref('deal') }}

),

person as (

    select *
    from {{ ref('person') }}

)

select
    deal.deal_id,
    owner.person_name as owner_name,
    manager.person_name as manager_name
from deal
left join person as owner
    on deal.owner_id = owner.person_id
left join person as manager
    on owner.manager_id = manager.person_id
