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
    branches.code as branch_code,
    loans.loaned_on,
    loans.fee,
    loans.renewals,
    coalesce(loans.min_age, 0) as min_age
from loans
left join branches
    on loans.branch_id = branches.branch_id
