with members as (

    select *
    from {{ ref('stg_gym__member') }}

), contracts as (

    select *
    from {{ ref('stg_gym__contract') }}

), plans as (

    select *
    from {{ ref('stg_gym__plan') }}

), contract_details as (

    select
        contracts.contract_id,
        contracts.member_id,
        contracts.started_on,
        plans.plan_name
    from contracts
    left join plans
        on plans.plan_id = contracts.plan_id

), final as (

    select
        members.member_id,
        members.member_name,
        contract_details.contract_id,
        contract_details.plan_name,
        contract_details.started_on
    from members
    left join contract_details
        on contract_details.member_id = members.member_id

)

select *
from final
