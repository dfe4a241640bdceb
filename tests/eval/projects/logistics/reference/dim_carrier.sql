select
    carrier_code,
    carrier_name,
    coalesce(upper(mode), 'UNKNOWN') as transport_mode,
    rating,
    case when rating >= 4 then 'good' when rating >= 3 then 'fair' when rating < 3 then 'poor' else 'none' end
        as rating_class,
    coalesce(contract_end > date '2024-06-30', true) as contract_active
from carrier
