with persons as (select customer_id as id, name from customer),
companies as (
    select
        supplier_id as id, -- same numbers
        title as name      -- legal name
    from supplier
),
everyone as (
    select * from persons
    union all
    select * from companies
)
select * from everyone
order by id
