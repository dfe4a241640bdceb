select
    coalesce(b.PUPIL_NO, 'P' || lpad(cast(t.PUPIL_REF as varchar), 5, '0')) as PUPIL_NO,
    b.PASS_NO as PASS_NO,
    t.CARD_UID as CARD_UID,
    cast(
        coalesce(
            t.PRICE_CENT / 100.0,
            cast(replace(replace(nullif(trim(b.PRICE_TXT), ''), '.', ''), ',', '.') as decimal(10, 2))
        ) as decimal(10, 2)
    ) as PRICE_EUR,
    least(t.ISSUED_ON, cast(strptime(b.ISSUED_TXT, '%d/%m/%Y') as date)) as FIRST_ISSUED_ON,
    cast(round(t.DIST_M / 1000.0, 1) as decimal(6, 1)) as DISTANCE_KM,
    b.BEARER_NOTE as BEARER_NOTE,
    case when b.PUPIL_NO is null then 'new' when t.CARD_UID is null then 'old' else 'both' end as REGISTER
from BUS_PASS as b
full join TRANSIT_CARD as t on 'P' || lpad(cast(t.PUPIL_REF as varchar), 5, '0') = b.PUPIL_NO
