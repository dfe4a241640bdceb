with contacts as (

    select
        contact_id,
        lower(email) as email,
        first_name,
        country_code as country
    from contact

), numbered as (

    select
        *,
        row_number() over (order by contact_id) as contact_number
    from contacts

)

select * from numbered
