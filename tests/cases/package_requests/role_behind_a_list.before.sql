with opportunity as (

    select *,
        {{ dbt.date_trunc('month', dbt.current_timestamp()) }} as this_month
    from {{ ref('stg_sf__opportunity') }}

), user_info as (

    select *
    from {{ ref('stg_sf__user') }}

-- If using user_role table, the following will be included, otherwise it will not.
{% if var('sf__user_role_enabled', True) %}
), user_role as (

    select *
    from {{ ref('stg_sf__user_role') }}
{% endif %}

), add_fields as (

    select
        opportunity.*,
        account.account_name,
        account.industry as account_industry,
        opportunity_owner.user_name as opportunity_owner_name,

        -- If using user_role table, the following will be included, otherwise it will not.
        {% if var('sf__user_role_enabled', True) %}
        user_role.user_role_name as opportunity_owner_position,
        {% endif %}

        case
            when opportunity.is_won then 'Won'
            when not opportunity.is_won and opportunity.is_closed then 'Lost'
            else 'Pipeline'
        end as status

        {{ custom_persist_pass_through_columns(pass_through_variable='account_pass_through_columns', identifier='account', append_string='_account') }}

    from opportunity
    left join {{ ref('stg_sf__account') }} as account
        on opportunity.account_id = account.account_id
    left join user_info as opportunity_owner
        on opportunity.owner_id = opportunity_owner.user_id

    {% if var('sf__user_role_enabled', True) %}
    left join user_role
        on opportunity_owner.user_role_id = user_role.user_role_id
    {% endif %}
)

select
    opportunity_id, account_id, owner_id, amount, is_won, is_closed, created_date, close_date,
    account_name, account_industry, opportunity_owner_name, opportunity_owner_position, status
from add_fields
