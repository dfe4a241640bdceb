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
        sum(case when is_banked then amount else 0 end) as gift_amount
    from {{ ref('stg_gift') }}
    group by donor_id

),

final as (

    select
        donors.donor_id,
        donors.donor_name,
        coalesce(gifts.total_gifts, 0) as total_gifts,
        gifts.gift_amount
    from donors
    left join gifts
        on donors.donor_id = gifts.donor_id

)

select * from final
