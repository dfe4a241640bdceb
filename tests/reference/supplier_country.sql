-- Written by hand from the rules of sheet Lists of values.
select distinct
    l.CTRY_CD as country_code,
    l.CTRY_NM as country_name,
    l.REGION_CD as region_code,
    case l.REGION_CD when 'EMEA' then 'Europe' when 'AMER' then 'Americas' when 'APAC' then 'Asia' else 'Other' end
        as region_name
from VNDR_MST as v
inner join LOOKUP_CTRY as l on l.CTRY_CD = upper(trim(v.CTRY_CD))
