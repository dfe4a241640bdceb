with loan as (

    select *
    from {{ ref('stg_lib__loan') }}

), readers as (

    select *
    from {{ ref('stg_lib__person') }}

)

select
    loan.loan_id,
    readers.full_name as reader_name
from loan
left join readers
    on loan.reader_id = readers.person_id
