-- Written by hand from the rules of sheet Contracts.
select
    h.CNTR_NO as contract_id,
    trim(h.CNTR_TITLE) as contract_title,
    case upper(trim(h.CNTR_TYP))
        when 'FRM' then 'Framework' when 'SPT' then 'Spot' when 'SVC' then 'Service' when 'LIC' then 'Licence'
        else 'Other'
    end as contract_type,
    h.CNTR_TYP as contract_type_code,
    h.STAT_CD as status_code,
    case h.STAT_CD
        when '10' then 'Draft' when '20' then 'In approval' when '30' then 'Active' when '40' then 'Expired'
        else 'Unknown'
    end as status_text,
    h.VNDR_ID as supplier_id,
    v.VNDR_NM as supplier_name,
    h.BUYER_ID as buyer_id,
    ub.LST_NM || ', ' || ub.FRST_NM as buyer_name,
    lower(trim(uc.EMAIL)) as created_by_email,
    h.COST_CTR as cost_center,
    case when h.CURR_CD is null or trim(h.CURR_CD) = '' then 'EUR' else upper(trim(h.CURR_CD)) end as currency_code,
    case when trim(h.NET_AMT) <> '' then cast(replace(h.NET_AMT, ',', '.') as decimal(15, 2)) end as net_amount,
    case when h.DISC_PCT is null then 0 else h.DISC_PCT end as discount_pct,
    h.TAX_RT as tax_rate,
    h.BUDGET_AMT as budget_amount,
    cast(round(h.BUDGET_AMT * (1 + coalesce(h.TAX_RT, 0) / 100), 2) as decimal(15, 2)) as budget_gross_amount,
    h.PAID_AMT as paid_amount,
    case
        when h.BUDGET_AMT is null then null
        when h.BUDGET_AMT < coalesce(h.PAID_AMT, 0) then 0
        else h.BUDGET_AMT - coalesce(h.PAID_AMT, 0)
    end as open_amount,
    case
        when h.PAID_AMT is null or h.PAID_AMT = 0 then 'NONE'
        when h.PAID_AMT > h.BUDGET_AMT then 'OVER'
        when h.PAID_AMT * 100 >= h.BUDGET_AMT * 80 then 'HIGH'
        else 'NORMAL'
    end as budget_use,
    cast(try_strptime(h.SIGN_DT, '%d.%m.%Y') as date) as signed_on,
    h.START_DT as start_date,
    case when h.END_DT is null then date '9999-12-31' else h.END_DT end as end_date,
    case when h.END_DT >= h.START_DT then h.END_DT - h.START_DT end as duration_days,
    cast(substring(h.CNTR_NO, 3, 4) as integer) as contract_year,
    case when h.NTC_DAYS is null then 90 else h.NTC_DAYS end as notice_days,
    case when upper(trim(h.AUTO_RNW)) in ('Y', 'J') then true else false end as auto_renewal,
    case when h.END_DT is null or h.END_DT > date '2098-12-31' then true else false end as is_open_ended,
    case when h.EXT_REF like '%:%' then split_part(h.EXT_REF, ':', 1) end as external_system,
    case when h.EXT_REF like '%:%' then split_part(h.EXT_REF, ':', 2) end as external_number,
    h.SCOPE_CD as scope_code,
    case
        when h.PRIO in (1, 2) then 'HIGH'
        when h.PRIO = 3 then 'MEDIUM'
        when h.PRIO >= 4 then 'LOW'
        when h.STAT_CD = '30' then 'MEDIUM'
        else 'LOW'
    end as priority,
    h.CRT_TS as created_at,
    case when h.UPD_TS is null then h.CRT_TS else h.UPD_TS end as last_changed_at,
    'N' as legal_hold_flag,  -- the reviewer's answer to the open point
    'SRM' as source_system,
    'I' as load_type,
    cast(now() as timestamp) as loaded_at
from CNTR_HDR as h
left join VNDR_MST as v on v.VNDR_ID = h.VNDR_ID
left join USR_DIR as ub on ub.USR_ID = h.BUYER_ID
left join USR_DIR as uc on uc.USR_ID = h.CRT_USR
where h.DEL_FLG is null or h.DEL_FLG <> 'X'
