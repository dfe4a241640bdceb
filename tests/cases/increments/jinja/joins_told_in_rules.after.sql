with deal as (

    select *
    from {{ ref('deal') }}

),

person as (

    select *
    from {{ ref('person') }}

),

account as (

    select *
    from {{ ref('account') }}

),

team as (

    select *
    from {{ ref('team') }}

)

select
    deal.deal_id,
    owner.person_name as owner_name,
    manager.person_name as manager_name,
    account.account_name,
    account.industry as account_industry,
    team.team_name as manager_team
from deal
left join person as owner
    on deal.owner_id = owner.person_id
left join person as manager
    on owner.manager_id = manager.person_id
left join account
    on deal.account_id = account.account_id
left join team
    on manager.team_id = team.team_id
