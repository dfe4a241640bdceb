with crm as (
    select distinct *, cast(replace(KERN_NR, 'KD-', '') as integer) as core_no from CRM_KONTAKT
)
select
    coalesce(s.customer_no, 0) || '/' || coalesce(c.CRM_ID, 0) as match_key,
    s.customer_no,
    c.CRM_ID as crm_id,
    s.display_name as core_name,
    c.NAME as crm_name,
    case
        when c.CRM_ID is null then 'core only'
        when s.customer_no is null then 'crm only'
        else 'both'
    end as match_status,
    coalesce(nullif(trim(s.email), ''), lower(nullif(trim(c.MAIL), ''))) as email,
    c.STAND as crm_as_of
from stg_customer as s
full outer join crm as c on c.core_no = s.customer_no
