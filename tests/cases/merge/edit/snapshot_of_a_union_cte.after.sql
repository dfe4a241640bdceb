with persons as (select customer_id as id, name, 'batch' as loaded_by from customer),
companies as (
    select
        supplier_id as id, -- same numbers
        title as name,      -- legal name
        'batch' as loaded_by
    from supplier
),
everyone as (
    select * from persons
    union all
    select * from companies
)
select * from everyone
order by id
