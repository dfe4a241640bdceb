with exposures as (
    select
        'R-' || rx_id as exposure_id,
        pat_no,
        drug_cd,
        start_on as started_on,
        case when stop_on >= start_on then stop_on else start_on end as ended_on,
        'inpatient order' as drug_type,
        case
            when regexp_full_match(trim(qty_txt), '\d{1,3}(\.\d{3})*(,\d+)?|\d+(,\d+)?')
                and cast(replace(replace(trim(qty_txt), '.', ''), ',', '.') as decimal(12, 2)) > 0
                then cast(replace(replace(trim(qty_txt), '.', ''), ',', '.') as decimal(12, 2))
        end as quantity,
        case
            when regexp_full_match(scheme, '\d+(-\d+)*')
                then list_sum(cast(string_split(scheme, '-') as integer[]))
        end as daily_dose,
        null as lot,
        route,
        doc_id,
        stop_why
    from rx
    where start_on is not null
    union all
    select
        'P-' || disp_no,
        pat_no,
        drug_cd,
        cast(make_timestamp(disp_epoch * 1000000) as date),
        cast(make_timestamp(disp_epoch * 1000000) as date) + greatest(coalesce(days_supply, 0) - 1, 0),
        'dispensing',
        packs * pack_size,
        null,
        null,
        null,
        null,
        null
    from disp
    where packs >= 1
    union all
    select 'V-' || vac_id, pat_no, drug_cd, given_on, given_on, 'vaccination', 1, null, lot, null, null, null
    from vacc
    where refused is distinct from 'Y'
)
select
    x.exposure_id as drug_exposure_id,
    p.person_id as person_id,
    x.drug_cd as drug_source_value,
    coalesce(c.concept_id, 0) as drug_concept_id,
    x.started_on as exposure_start_date,
    x.ended_on as exposure_end_date,
    x.drug_type as drug_type,
    cast(x.quantity as decimal(12, 2)) as quantity,
    cast(x.daily_dose as integer) as daily_dose,
    x.lot as lot_number,
    x.route as route_source_value,
    x.doc_id as provider_id,
    x.stop_why as stop_reason
from exposures as x
inner join person as p on p.person_source_value = x.pat_no
left join codes as c
    on c.list_nm = 'DRUG'
    and c.code = upper(x.drug_cd)
    and c.valid_from <= x.started_on
    and (c.valid_to is null or x.started_on < c.valid_to)
