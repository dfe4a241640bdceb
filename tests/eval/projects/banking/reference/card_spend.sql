with converted as (
    select
        u.*,
        lpad(u.KTO, 10, '0') as account_no,
        cast(u.UMS_TS as date) as booked_on,
        case when u.WAEHR = 'EUR' then 1 else x.KURS end as fx_rate,
        cast(round(u.BETRAG / case when u.WAEHR = 'EUR' then 1 else x.KURS end, 2) as decimal(12, 2)) as amount_eur,
        coalesce(g.GRUPPE, 'Sonstige') as mcc_group
    from KARTEN_UMS as u
    left join KURS as x
        on x.WAEHR = u.WAEHR
        and x.GUELT_AB <= cast(u.UMS_TS as date)
        and (x.GUELT_BIS is null or cast(u.UMS_TS as date) < x.GUELT_BIS)
    left join MCC_GRP as g on cast(u.MCC as integer) between g.MCC_VON and g.MCC_BIS
    where u.BETRAG <> 0
)
select
    UMS_ID as trx_id,
    account_no,
    left(replace(KARTE, ' ', ''), 6) || '******' || right(replace(KARTE, ' ', ''), 4) as card_no_masked,
    UMS_TS as booked_at,
    booked_on,
    BETRAG as amount,
    WAEHR as currency,
    cast(fx_rate as decimal(12, 6)) as fx_rate,
    amount_eur,
    split_part(HAENDLER, '//', 1) as merchant,
    MCC as mcc,
    mcc_group,
    STORNO as reversal_code,
    cast(
        sum(coalesce(amount_eur, 0)) over (
            partition by account_no, date_trunc('month', UMS_TS)
            order by UMS_TS
            rows between unbounded preceding and current row
        ) as decimal(14, 2)
    ) as running_eur,
    cast(round(100.0 * amount_eur / nullif(sum(amount_eur) over (partition by account_no), 0), 1) as decimal(6, 1))
        as pct_of_account
from converted
