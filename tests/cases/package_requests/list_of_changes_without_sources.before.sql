with loan as (

    select *
    from {{ ref('stg_lib__loan') }}

), shelf as (

    select *
    from {{ ref('stg_lib__shelf') }}

)

select
    loan.loan_id,
    loan.genre,
    loan.fee,
    loan.old_code
from loan
left join shelf
    on loan.shelf_id = shelf.shelf_id
