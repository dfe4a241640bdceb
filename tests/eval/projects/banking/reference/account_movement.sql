select
    'C' || trx_id as movement_id,
    account_no,
    booked_on as moved_on,
    cast(-amount_eur as decimal(12, 2)) as amount_eur,
    'card' as channel,
    coalesce(merchant, 'n/a') as info
from card_spend
where amount_eur is not null and reversal_code is distinct from 'S'
union all
select
    'A' || lpad(cast(GAA_ID as varchar), 6, '0'),
    KTO_NR,
    cast(ABH_TS as date),
    cast(-(BETRAG + coalesce(GEBUEHR, 0)) as decimal(12, 2)),
    'atm',
    'Cash'
from GAA_ABHEBUNG
where ERGEBNIS = 'OK' and ABH_TS is not null
union all
select
    'T' || AUFTR_NR || '-D',
    KTO_SOLL,
    AUSF_DAT,
    cast(-BETRAG as decimal(12, 2)),
    'transfer',
    coalesce(nullif(trim(VWZ), ''), 'no text')
from UEBERWEISUNG
where AUSF_DAT is not null and KTO_SOLL is not null and KTO_SOLL is distinct from KTO_HABEN
union all
select
    'T' || AUFTR_NR || '-C',
    KTO_HABEN,
    AUSF_DAT,
    BETRAG,
    'transfer',
    coalesce(nullif(trim(VWZ), ''), 'no text')
from UEBERWEISUNG
where AUSF_DAT is not null and KTO_HABEN is not null and KTO_SOLL is distinct from KTO_HABEN
