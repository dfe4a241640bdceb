with reading as (
    select *
    from ODO_READ
    where KM is not null and SRC is distinct from 'ESTIMATE'
    qualify row_number() over (partition by VIN order by READ_DT desc, READ_ID desc) = 1
)

select
    v.VIN,
    upper(v.MAKE) as MAKE,
    coalesce(trim(v.MODEL), 'n/a') as MODEL_NAME,
    case v.FUEL_CD
        when 'E' then 'Electric'
        when 'D' then 'Diesel'
        when 'P' then 'Petrol'
        when 'H' then 'Hybrid'
        else 'Other'
    end as FUEL_TYPE,
    v.LIST_PRICE,
    case
        when v.LIST_PRICE < 20000 then 'Low'
        when v.LIST_PRICE < 40000 then 'Mid'
        when v.LIST_PRICE is not null then 'High'
        else 'Unknown'
    end as PRICE_CLASS,
    year(v.REG_DT) as REG_YEAR,
    coalesce(r.KM, 0) as LAST_KM,
    r.READ_DT as LAST_READ_DT
from VEHICLE as v
left join reading as r on r.VIN = v.VIN
