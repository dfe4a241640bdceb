select
    p.ID as applicant_id,
    case when p.FIRST is null then p.LAST else p.LAST || ', ' || p.FIRST end as display_name,
    coalesce(trim(p.COMPANY) <> '', false) as is_company,
    nullif(regexp_replace(p.PHONE, '\D', '', 'g'), '') as phone_digits,
    cast(strptime(p.CREATED, '%d/%m/%Y') as date) as registered_on,
    count(a.APPL_NO) as application_count,
    max(a.FILED_ON) as last_filed_on
from APPLICANTS as p
left join APPL as a on a.APPLICANT_ID = p.ID
group by p.ID, p.FIRST, p.LAST, p.COMPANY, p.PHONE, p.CREATED
