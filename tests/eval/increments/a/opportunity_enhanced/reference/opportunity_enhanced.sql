select o.opportunity_id, o.account_id, o.owner_id, o.opportunity_name,
    coalesce(o.amount, 0) as amount, o.stage_name, o.is_won, o.is_closed, o.created_date, o.close_date,
    case when o.is_won then 'Won'
        when not o.is_won and o.is_closed then 'Lost'
        when not o.is_closed and lower(o.forecast_category) in ('pipeline', 'forecast', 'bestcase') then 'Pipeline'
        else 'Other' end as status,
    u.name as opportunity_owner_name, m.name as opportunity_manager_name,
    a.account_name, a.industry as account_industry,
    o.amount * o.probability / 100 as weighted_amount,
    date_diff('day', o.created_date, o.close_date) as days_to_close,
    r.user_role_name as owner_role_name
from stg_opportunity o
left join stg_user u on o.owner_id = u.user_id
left join stg_user m on u.manager_id = m.user_id
left join stg_account a on o.account_id = a.account_id
left join stg_user_role r on u.user_role_id = r.user_role_id
