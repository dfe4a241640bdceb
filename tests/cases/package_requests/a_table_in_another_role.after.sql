with crew as (

    select * from {{ source('club', 'crew') }}

), home_port as (

    select * from {{ source('club', 'port') }}

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
        ,home_port.port_name as home_port_name
        ,coach.first_name || ' ' || coach.last_name as coach_name
    from crew
    left join ports
        on ports.port_id = crew.port_id
    left join crew as coach
        on crew.coach_id = coach.member_id
    left join home_port
        on crew.home_port_id = home_port.port_id

)

select * from enriched
