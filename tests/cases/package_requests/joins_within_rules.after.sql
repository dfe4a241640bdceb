with loan as (

    select *
    from {{ ref('stg_lib__loan') }}

), readers as (

    select *
    from {{ ref('stg_lib__person') }}

), stg_lib__branch as (

    select *
    from {{ ref('stg_lib__branch') }}

), stg_lib__shelf as (

    select *
    from {{ ref('stg_lib__shelf') }}

)

select
    loan.loan_id,
    readers.full_name as reader_name,
    stg_lib__branch.branch_name,
    clerk_lib_person.full_name as clerk_name,
    stg_lib__shelf.label as shelf_category
from loan
left join readers
    on loan.reader_id = readers.person_id
left join readers as clerk_lib_person
    on loan.clerk_id = clerk_lib_person.person_id
left join stg_lib__branch
    on readers.home_branch_id = stg_lib__branch.branch_id
left join stg_lib__shelf
    on loan.shelf_no = stg_lib__shelf.shelf_no
