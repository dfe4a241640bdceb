select
    w.WORKER_ID,
    upper(replace(a.IBAN, ' ', '')) as IBAN,
    a.BIC,
    coalesce(nullif(trim(a.HOLDER), ''), w.FIRST_NM || ' ' || w.LAST_NM) as HOLDER_NM,
    a.VALID_FROM
from BANK_ACC as a
inner join WORKER as w on w.LEGACY_NO = a.EMP_ID
where a.VALID_TO is null or a.VALID_TO >= date '2024-06-01'
qualify row_number() over (partition by a.EMP_ID order by a.PRIO nulls last, a.VALID_FROM desc) = 1
