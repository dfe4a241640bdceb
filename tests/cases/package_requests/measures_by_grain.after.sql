with loans as (

    select
        visit_day,
        branch_id,
        sum(loans) as loans
    from {{ ref('stg_loan_daily') }}
    group by 1, 2
),

reservations as (

    select
        visit_day,
        branch_id,
        sum(reservations) as reservations
    from {{ ref('stg_reservation_daily') }}
    group by 1, 2
),

grain as (

    select visit_day, branch_id from loans
    union
    select visit_day, branch_id from reservations

    union

    select
        stg_visit_daily.visit_day as visit_day,
        stg_visit_daily.branch_id as branch_id
    from {{ ref('stg_visit_daily') }} as stg_visit_daily
),

final as (

    select
        grain.visit_day,
        grain.branch_id,
        coalesce(loans.loans, 0) as loans,
        coalesce(reservations.reservations, 0) as reservations,
        coalesce(stg_visit_daily.visitors_total, 0) as visitors,
        round(coalesce(loans.loans, 0) / nullif(coalesce(stg_visit_daily.visitors_total, 0), 0), 2) as loans_per_visitor
    from grain
    left join loans
        on grain.visit_day = loans.visit_day
        and grain.branch_id = loans.branch_id
    left join reservations
        on grain.visit_day = reservations.visit_day
        and grain.branch_id = reservations.branch_id
    left join (select branch_id, visit_day, sum(visitors) as visitors_total from {{ ref('stg_visit_daily') }} group by branch_id, visit_day) as stg_visit_daily
        on stg_visit_daily.branch_id = grain.branch_id and stg_visit_daily.visit_day = grain.visit_day
)

select *
from final
