-- Written by hand from the rules of sheet Contracts.
select
    row_number() over (order by p.CNTR_NO, p.PRTY_SEQ) as party_key,
    p.CNTR_NO as contract_id,
    p.PRTY_SEQ as party_no,
    case upper(trim(p.PRTY_ROLE))
        when 'SUP' then 'Supplier' when 'BUY' then 'Buyer' when 'GUA' then 'Guarantor' else 'Other'
    end as party_role,
    p.VNDR_ID as supplier_id,
    v.VNDR_NM as supplier_name,
    rtrim(p.FRST_NM) as first_name,
    p.MID_NM as middle_name,
    p.LST_NM as last_name,
    concat_ws(' ', trim(p.FRST_NM), trim(p.MID_NM), trim(p.LST_NM)) as display_name,
    concat(upper(left(trim(p.FRST_NM), 1)), upper(left(trim(p.LST_NM), 1))) as initials,
    p.EMAIL as email,
    nullif(regexp_replace(p.PHONE, '[^0-9]', '', 'g'), '') as phone_digits,
    case when p.SHARE_PCT >= 0 and p.SHARE_PCT <= 100 then p.SHARE_PCT end as share_pct,
    cast(p.SHARE_PCT / 100 as decimal(7, 4)) as share_fraction,
    p.LIAB_CAP as liability_cap,
    case
        when p.SHARE_PCT is null then p.LIAB_CAP
        else cast(round(p.LIAB_CAP * p.SHARE_PCT / 100, 2) as decimal(15, 2))
    end as liability_amount,
    p.VALID_FROM as valid_from,
    coalesce(p.VALID_TO, date '9999-12-31') as valid_to,
    p.VALID_FROM <= date '2026-06-30' and (p.VALID_TO is null or p.VALID_TO > date '2026-06-30') as is_current,
    coalesce(upper(trim(p.SIGN_FLG)) in ('Y', 'J'), false) as has_signed,
    case
        when trim(p.EMAIL) <> '' and trim(p.PHONE) <> '' then 'FULL'
        when trim(p.EMAIL) <> '' or trim(p.PHONE) <> '' then 'PARTIAL'
        else 'NONE'
    end as contact_quality,
    h.STAT_CD as contract_status,
    'MIGTEAM' as migrated_by
from CNTR_PRTY as p
inner join CNTR_HDR as h on h.CNTR_NO = p.CNTR_NO
left join VNDR_MST as v on v.VNDR_ID = p.VNDR_ID
where p.DEL_FLG is distinct from 'X'
