with raw_sessions as (

    select
        session_id,
        visitor,
        started_at
    from session

), numbered as (

    select
        *,
        row_number() over (partition by visitor order by started_at) as session_number
    from raw_sessions

), flagged as (

    select
        *,
        session_number = 1 as is_first
    from numbered

), final as (

    select * from flagged

)

select * from final
