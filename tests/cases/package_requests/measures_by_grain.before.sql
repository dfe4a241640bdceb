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
),

final as (

    select
        grain.visit_day,
        grain.branch_id,
        coalesce(loans.loans, 0) as loans,
        coalesce(reservations.reservations, 0) as reservations
    from grain
    left join loans
        on grain.visit_day = loans.visit_day
        and grain.branch_id = loans.branch_id
    left join reservations
        on grain.visit_day = reservations.visit_day
        and grain.branch_id = reservations.branch_id
)

select *
from final
