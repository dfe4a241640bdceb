select
    stg_subscription.subscription_id as subscription_id,
    stg_subscription.month_start as month_start,
    plan_version.price as price
from (
    select
        stg_subscription.*,
        cast(unnest(generate_series(date_trunc('month', stg_subscription.started_on), date_trunc('month', least(coalesce(stg_subscription.ended_on, date '2025-06-30'), date '2025-06-30')), interval 1 month)) as date) as month_start
    from stg_subscription
) as stg_subscription
left join plan_version
    on stg_subscription.plan_code = plan_version.plan_code and plan_version.valid_from <= stg_subscription.month_start and stg_subscription.month_start <= plan_version.valid_to
