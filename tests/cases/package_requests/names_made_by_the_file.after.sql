with donors as (

    select
        donor_id,
        donor_name,
        pledge
    from {{ ref('stg_donor') }}

),

gifts as (

    select
        donor_id,
        count(*) as total_gifts,
        sum(case when is_banked then amount else 0 end) as gift_amount,
        max(case when is_banked then given_on end) as last_banked_on,
        round(1.0 * count(case when is_banked then 1 end) / nullif(count(case when is_checked then 1 end), 0), 2) as banked_rate
    from {{ ref('stg_gift') }}
    group by donor_id

),

final as (

    select
        donors.donor_id,
        donors.donor_name,
        coalesce(gifts.total_gifts, 0) as total_gifts,
        coalesce(gifts.gift_amount, 0) as gift_amount,
        gifts.last_banked_on,
        gifts.banked_rate,
        coalesce(donors.pledge, 0) + coalesce(gifts.gift_amount, 0) as pledge_with_gifts
    from donors
    left join gifts
        on donors.donor_id = gifts.donor_id

)

select * from final
