with receipts as (
    select
        EBELN,
        EBELP,
        sum(case when SHKZG = 'H' then -MENGE else MENGE end) as received
    from EKBE
    where VGABE = '1'
    group by EBELN, EBELP
)

select
    p.EBELN as PO_NUMBER,
    cast(p.EBELP as integer) as PO_LINE,
    k.BSART as DOC_TYPE,
    cast(strptime(nullif(k.BEDAT, '00000000'), '%Y%m%d') as date) as ORDER_DATE,
    ltrim(k.LIFNR, '0') as VENDOR_NO,
    coalesce(v.NAME1, '#') as VENDOR_NAME,
    k.WAERS as CURRENCY,
    p.TXZ01 as SHORT_TEXT,
    p.MENGE as QTY,
    p.MEINS as UNIT,
    cast(round(p.MENGE * p.NETPR / coalesce(nullif(p.PEINH, 0), 1), 2) as decimal(15, 2)) as NET_VALUE,
    coalesce(r.received, 0) as RECEIVED_QTY,
    case
        when p.ELIKZ is distinct from 'X' and coalesce(r.received, 0) < p.MENGE then 'Y'
        else 'N'
    end as OPEN_FLAG
from EKPO as p
inner join EKKO as k on k.EBELN = p.EBELN
left join LFA1 as v on v.LIFNR = k.LIFNR
left join receipts as r on r.EBELN = p.EBELN and r.EBELP = p.EBELP
where coalesce(trim(p.LOEKZ), '') = '' and k.BSART in ('NB', 'FO')
