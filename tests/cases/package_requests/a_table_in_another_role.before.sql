with crew as (

    select * from {{ source('club', 'crew') }}

), ports as (

    select
        port_id,
        port_name
    from {{ source('club', 'port') }}
    where is_open

), enriched as (

    select
        crew.member_id
        ,crew.first_name || ' ' || crew.last_name as full_name
        ,ports.port_name
    from crew
    left join ports
        on ports.port_id = crew.port_id

)

select * from enriched
