with valid_role as (
    select *
    from ROLLE
    where GUELT_AB <= date '2024-12-31' and (GUELT_BIS is null or GUELT_BIS >= date '2024-12-31')
),
holder as (
    select KTO_NR, KND_NR from valid_role where ROLLE_CD = 'KI'
),
authorised as (
    select KTO_NR, KND_NR
    from valid_role
    where upper(ROLLE_CD) = 'BV'
    qualify row_number() over (partition by KTO_NR order by GUELT_AB desc, ROLLE_ID desc) = 1
),
guarantor as (
    select KTO_NR, count(distinct KND_NR) as guarantors from ROLLE where ROLLE_CD = 'BU' group by KTO_NR
)
select
    k.KTO_NR as account_no,
    k.IBAN as iban,
    k.PROD_CD as product_code,
    coalesce(p.PROD_BEZ, 'unknown product') as product_name,
    p.SPARTE as business_line,
    coalesce(nullif(trim(k.WAEHR), ''), 'EUR') as currency,
    k.FIL_NR as branch_no,
    b.branch_name,
    rh.KND_NR as holder_no,
    h.display_name as holder_name,
    ra.KND_NR as auth_person_no,
    a.display_name as auth_person_name,
    cast(coalesce(g.guarantors, 0) as integer) as guarantors,
    k.EROEFF as opened_on,
    k.SCHLIESS as closed_on,
    case
        when k.SCHLIESS is not null then 'closed'
        when k.STATUS_CD = 'A' then 'active'
        when k.STATUS_CD = 'G' then 'blocked'
        when k.STATUS_CD = 'S' then 'dunning'
        else 'check'
    end as status,
    coalesce(cast(replace(replace(nullif(trim(k.DISPO), ''), '.', ''), ',', '.') as decimal(12, 2)), 0)
        as overdraft_limit
from KONTO as k
left join PRODUKT as p on p.PROD_CD = k.PROD_CD
left join dim_branch as b on b.branch_no = k.FIL_NR
left join holder as rh on rh.KTO_NR = k.KTO_NR
left join stg_customer as h on h.customer_no = rh.KND_NR
left join authorised as ra on ra.KTO_NR = k.KTO_NR
left join stg_customer as a on a.customer_no = ra.KND_NR
left join guarantor as g on g.KTO_NR = k.KTO_NR
