-- Written by hand from the rules of sheet supplier.
select
    v.VNDR_ID as supplier_id,
    md5(v.VNDR_ID) as supplier_key,
    cast(v.VNDR_ID as bigint) as supplier_number,
    v.VNDR_NM as supplier_name,
    v.VNDR_NM2 as name_line_2,
    upper(trim(v.VNDR_NM)) as search_name,
    case
        when trim(v.VNDR_NM2) <> '' then trim(v.VNDR_NM) || ' ' || trim(v.VNDR_NM2)
        else trim(v.VNDR_NM)
    end as full_name,
    case
        when v.VNDR_TYP in ('D', 'd') then 'DISTRIBUTOR'
        when v.VNDR_TYP in ('L', 'l') then 'LOGISTICS'
        else 'STANDARD'
    end as supplier_type,
    nullif(upper(replace(replace(replace(v.VAT_NO, ' ', ''), '.', ''), '-', '')), '') as vat_number,
    v.DUNS_NO as duns_number,
    v.STAT_CD as status_code,
    case when upper(trim(v.STAT_CD)) = 'A' and (v.DEL_FLG is null or v.DEL_FLG <> 'X') then true else false end
        as is_active,
    v.RISK_SCR as risk_score,
    case
        when v.RISK_SCR is null then 'UNRATED'
        when v.RISK_SCR >= 80 then 'HIGH'
        when v.RISK_SCR >= 50 then 'MEDIUM'
        else 'LOW'
    end as risk_class,
    case
        when v.STAT_CD = 'B' then false
        else coalesce(v.RISK_SCR, 0) > 70 or coalesce(v.CRED_LIM, 0) > 500000
    end as needs_review,
    v.CRED_LIM as credit_limit,
    cast(floor(v.CRED_LIM / 1000) as integer) as credit_limit_thousands,
    v.PAY_TERM as payment_term,
    cast(nullif(trim(v.PAY_TERM), '') as integer) as payment_days,
    case when v.EMAIL like '%@%' then lower(trim(v.EMAIL)) end as email,
    case when v.EMAIL like '%@%' then lower(trim(split_part(v.EMAIL, '@', 2))) end as email_domain,
    case
        when length(v.PHONE) = 10
            then '(' || substring(v.PHONE, 1, 3) || ')' || substring(v.PHONE, 4, 3) || '-' || substring(v.PHONE, 7, 4)
        else v.PHONE
    end as phone,
    cast(try_strptime(v.CRT_DT, '%d.%m.%Y') as date) as created_on,
    case when a.HOUSE_NO is null then a.STREET else a.STREET || ' ' || a.HOUSE_NO end as street_line,
    lpad(a.ZIP_CD, 5, '0') as postal_code,
    a.CITY as city,
    a.PO_BOX as po_box,
    upper(trim(a.CTRY_CD)) as country_code,
    coalesce(l.CTRY_NM, 'Unknown') as country_name,
    l.REGION_CD as region_code,
    case when l.EU_FLG = 'Y' then true else false end as is_eu,
    v.PARENT_VNDR_ID as parent_supplier_id,
    vp.VNDR_NM as parent_supplier_name,
    'SRM' as source_system,
    cast(now() as timestamp) as loaded_at
from VNDR_MST as v
left join ADR as a on a.ADR_ID = v.ADR_ID
left join LOOKUP_CTRY as l on l.CTRY_CD = upper(trim(a.CTRY_CD))
left join VNDR_MST as vp on vp.VNDR_ID = v.PARENT_VNDR_ID
