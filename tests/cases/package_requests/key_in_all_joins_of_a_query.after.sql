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
        sum(loans.pages) as pages,
        loans.source_relation,
        coalesce(sum(loans.fee), 0) as total_fees
    from loans
    left join shelves
        on loans.shelf_id = shelves.shelf_id and loans.source_relation = shelves.source_relation
    left join branches
        on shelves.branch_id = branches.branch_id and shelves.source_relation = branches.source_relation
    group by 1, 2, 3, 4, 6
)

select *
from fields
