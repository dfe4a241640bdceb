with latest as (
    select *
    from member_file
    qualify row_number() over (partition by member_id order by file_date desc) = 1
)

select
    member_id,
    trim(first_name) as first_name,
    trim(last_name) as last_name,
    birth_date,
    case upper(gender) when 'F' then 'female' when 'M' then 'male' else 'unknown' end as sex,
    upper(state) as state,
    left(zip, 5) as zip5,
    death_date
from latest
where member_id not like 'TEST%'
