select
    event_id,
    shipment_no,
    scanned_at,
    hour(scanned_at) as scan_hour,
    case event_code
        when 'PU' then 'picked up' when 'DEP' then 'departed' when 'ARR' then 'arrived' when 'DLV' then 'delivered'
        else 'exception'
    end as event_name,
    split_part(location, '/', 1) as port_code,
    case when location like '%/%' then split_part(location, '/', 2) end as place,
    coalesce(note ilike 'delay%', false) as is_delay,
    nullif(trim(note), '') as note,
    row_number() over (partition by shipment_no order by scanned_at) as scan_no,
    date_diff('minute', lag(scanned_at) over (partition by shipment_no order by scanned_at), scanned_at)
        as minutes_since_last,
    scanned_at = max(scanned_at) over (partition by shipment_no) as is_last
from scan_event
