with recursive chain as (
    select SCH_CODE, 1 as school_level
    from SCHOOL
    where PARENT_SCH is null or PARENT_SCH not in (select SCH_CODE from SCHOOL)
    union all
    select s.SCH_CODE, c.school_level + 1
    from SCHOOL as s
    inner join chain as c on c.SCH_CODE = s.PARENT_SCH
)
select
    cast(row_number() over (order by s.SCH_CODE) as integer) as SCHOOL_SK,
    s.SCH_CODE as SCHOOL_CODE,
    trim(s.SCH_NAME) as SCHOOL_NAME,
    case upper(trim(s.SCH_TYPE))
        when 'PS' then 'Primary school'
        when 'LS' then 'Lower secondary school'
        when 'US' then 'Upper secondary school'
        when 'SP' then 'Special needs school'
    end as SCHOOL_TYPE,
    coalesce(m.MUN_NAME, 'Municipality unknown') as MUNICIPALITY_NAME,
    s.PARENT_SCH as PARENT_CODE,
    trim(coalesce(p.SCH_NAME, s.SCH_NAME)) as PARENT_NAME,
    c.school_level as SCHOOL_LEVEL,
    nullif(regexp_extract(s.ADDRESS, ';\s*(\S+)', 1), '') as POSTCODE,
    s.CAPACITY as CAPACITY,
    s.HEAD_NAME as HEAD_NAME,
    s.CLOSED_ON as CLOSED_ON,
    case when s.CLOSED_ON is null or s.CLOSED_ON > date '2025-02-01' then 'Y' else 'N' end as OPEN_YN
from SCHOOL as s
inner join chain as c on c.SCH_CODE = s.SCH_CODE
left join MUNICIPALITY as m on m.MUN_CD = s.MUN_CD
left join SCHOOL as p on p.SCH_CODE = s.PARENT_SCH
