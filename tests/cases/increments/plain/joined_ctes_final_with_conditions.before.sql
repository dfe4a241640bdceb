with charge_list as (

    select *
    from charge

), customers as (

    select *
    from stripe_customer

)

select
    charge_list.charge_id,
    charge_list.amount,
    charge_list.status,

    -- the customer, where there is one
    customers.email as customer_email,
    customers.is_delinquent

from charge_list
left join customers
    on customers.customer_id = charge_list.customer_id
order by charge_list.charge_id
