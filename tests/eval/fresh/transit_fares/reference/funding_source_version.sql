with by_source as (
    select *
    from cust_funding_src
    qualify row_number() over (partition by funding_src_ref order by export_ts desc) = 1
),
by_vault as (
    select *
    from by_source
    qualify row_number() over (partition by vault_ref, export_ts order by funding_src_ref) = 1
)
select
    funding_src_ref as funding_source_id,
    vault_ref as vault_id,
    customer_ref as customer_id,
    coalesce(principal_cust_ref, customer_ref) as principal_customer_id,
    upper(scheme) as card_scheme,
    issuer_ctry as issuer_country,
    coalesce(form_factor, 'unknown') as form_factor,
    case
        when lag(export_ts) over (partition by vault_ref order by export_ts) is null
            then timestamp '1899-01-01 00:00:00'
        else export_ts
    end as valid_from,
    coalesce(lead(export_ts) over (partition by vault_ref order by export_ts), timestamp '2099-01-01 00:00:00') as valid_to
from by_vault
