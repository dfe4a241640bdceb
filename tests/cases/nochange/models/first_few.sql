with shop as (select id, amount from orders where channel = 'SHOP'),
web as (select id, amount from orders where channel = 'WEB'),
every as (
    select id, amount from shop
    union all
    select id, amount from web
    limit 12
)
select id, amount, amount * 2 as twice from every
