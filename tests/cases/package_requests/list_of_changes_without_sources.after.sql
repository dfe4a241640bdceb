with loan as (

    select *
    from {{ ref('stg_lib__loan') }}

), shelf as (

    select *
    from {{ ref('stg_lib__shelf') }}

), stg_lib__branch as (

    select *
    from {{ ref('stg_lib__branch') }}

)

select
    loan.loan_id,
    case when (loan.genre is null or trim(loan.genre) = '') then 'unknown' else loan.genre end as genre,
    loan.fee as loan_fee,
    shelf.is_open as shelf_is_open,
    stg_lib__branch.branch_name
from loan
left join shelf
    on loan.shelf_id = shelf.shelf_id
left join stg_lib__branch
    on loan.branch_id = stg_lib__branch.branch_id
where (loan.fee is null or loan.fee <> 0)
