with loans as (

    select *
    from {{ ref('stg_lib__loan') }}

), branches as (

    select *
    from {{ ref('stg_lib__branch') }}

)

select
    loans.loan_id,
    loans.reader_id,
    coalesce(branches.code, 'X0') as branch_code,
    loans.loaned_on,
    loans.fee,
    loans.renewals as count_renewals,
    coalesce(loans.min_age, 12) as min_age,
    lag(loans.fee) over (partition by loans.reader_id order by loans.loaned_on) as previous_fee,
    loans.shelf
from loans
left join branches
    on loans.branch_id = branches.branch_id
where not coalesce(loans.is_practice = true, false)
