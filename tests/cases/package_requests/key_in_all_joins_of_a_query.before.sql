with loans as (

    select *
    from {{ ref('stg_lib__loan') }}
),

shelves as (

    select *
    from {{ ref('stg_lib__shelf') }}
    where is_current = True
),

branches as (

    select *
    from {{ ref('stg_lib__branch') }}
),

fields as (

    select
        loans.loaned_on,
        loans.shelf_id,
        shelves.label,
        branches.branch_name,
        sum(loans.pages) as pages
    from loans
    left join shelves
        on loans.shelf_id = shelves.shelf_id
    left join branches
        on shelves.branch_id = branches.branch_id
    group by 1, 2, 3, 4
)

select *
from fields
