with alpha as (
    select *, trim(lower(email)) as address
    from crm_alpha
    where trim(lower(email)) not in ('', 'n/a', '-')
    qualify row_number() over (partition by trim(lower(email)) order by modified_at desc) = 1
),
beta as (
    select distinct *, trim(lower(mail)) as address
    from crm_beta
    where trim(lower(mail)) not in ('', 'n/a', '-')
)
select
    coalesce(a.address, b.address) as email,
    a.contact_id as alpha_id,
    b.id as beta_id,
    a.owner as alpha_owner,
    b.account_manager as account_manager,
    coalesce(
        case when trim(a.company) <> '' then a.company end,
        case when trim(b.organisation) <> '' then b.organisation end,
        'private'
    ) as company,
    coalesce(
        nullif(regexp_replace(regexp_replace(a.phone, '\D', '', 'g'), '^00', ''), ''),
        nullif(regexp_replace(regexp_replace(b.tel, '\D', '', 'g'), '^00', ''), '')
    ) as phone,
    case when a.address is null then 'beta' when b.address is null then 'alpha' else 'both' end as origin,
    greatest(cast(a.modified_at as date), cast(strptime(b.changed_on, '%Y%m%d') as date)) as last_change_on
from alpha as a
full outer join beta as b on b.address = a.address
