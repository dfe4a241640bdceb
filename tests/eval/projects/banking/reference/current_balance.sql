with latest as (
    select *
    from SALDO_TAG
    where STICHTAG <= date '2024-12-31'
    qualify row_number() over (partition by KTO_NR order by STICHTAG desc, LFD desc) = 1
),
delivered as (
    select KTO_NR, count(*) as deliveries from SALDO_TAG group by KTO_NR
)
select
    s.KTO_NR as account_no,
    s.STICHTAG as balance_on,
    s.SALDO as balance,
    s.WAEHR as currency,
    cast(round(s.SALDO / case when s.WAEHR = 'EUR' then 1 else x.KURS end, 2) as decimal(14, 2)) as balance_eur,
    cast(n.deliveries as integer) as deliveries
from latest as s
inner join dim_account as k on k.account_no = s.KTO_NR
inner join delivered as n on n.KTO_NR = s.KTO_NR
left join KURS as x
    on x.WAEHR = s.WAEHR
    and x.GUELT_AB <= s.STICHTAG
    and (x.GUELT_BIS is null or s.STICHTAG < x.GUELT_BIS)
