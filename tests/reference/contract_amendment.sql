-- Written by hand from the rules of sheet Contracts.
select
    m.AMD_ID as amendment_id,
    m.CNTR_NO as contract_id,
    m.AMD_NO as amendment_no,
    upper(trim(m.AMD_TYP)) as amendment_type,
    m.AMD_DT as amended_on,
    m.AMD_AMT as amount_change,
    case when m.AMD_AMT > 0 then 'UP' when m.AMD_AMT < 0 then 'DOWN' else 'NONE' end as direction,
    case
        when length(trim(m.REASON_TXT)) > 60 then substring(trim(m.REASON_TXT), 1, 57) || '...'
        else trim(m.REASON_TXT)
    end as reason,
    m.APPR_USR as approver_id,
    u.FRST_NM || ' ' || u.LST_NM as approver_name,
    m.APPR_DT as approved_on,
    case when m.APPR_DT < m.AMD_DT then 0 else m.APPR_DT - m.AMD_DT end as approval_days,
    case
        when upper(m.STAT_CD) = 'R' then 'REJECTED'
        when m.APPR_DT is not null then 'APPROVED'
        else 'PENDING'
    end as approval_state,
    regexp_extract(m.DOC_REF, '[^/]*$') as document_name,
    case when m.DOC_REF like '%.%' then lower(regexp_extract(m.DOC_REF, '[^.]*$')) end as document_type,
    year(m.AMD_DT) || '-Q' || quarter(m.AMD_DT) as quarter,
    year(m.AMD_DT) * 10000 + month(m.AMD_DT) * 100 + day(m.AMD_DT) as date_id,
    coalesce(h.BUDGET_AMT <> 0 and abs(m.AMD_AMT) * 10 >= h.BUDGET_AMT, false) as is_major,
    'SRM' as source_system
from CNTR_AMD as m
inner join CNTR_HDR as h on h.CNTR_NO = m.CNTR_NO
left join USR_DIR as u on u.USR_ID = m.APPR_USR
