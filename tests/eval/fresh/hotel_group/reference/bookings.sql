select
    res_no as booking_no,
    guest_no,
    hotel_code,
    arrival,
    departure,
    case when arrival = departure then 1 else departure - arrival end as nights,
    adults + coalesce(children, 0) as party_size,
    case upper(status)
        when 'CXL' then 'Cancelled'
        when 'NSH' then 'No-show'
        when 'INH' then 'In house'
        when 'OUT' then 'Checked out'
        else 'Expected'
    end as status_name,
    case upper(channel)
        when 'W' then 'Website'
        when 'T' then 'Travel agent'
        when 'P' then 'Phone'
        else 'Other'
    end as sales_channel,
    nightly_rate,
    case when booked_on is not null then greatest(arrival - booked_on, 0) end as lead_days
from reservation
where upper(status) is distinct from 'ENQ'
    and res_no not like 'TR%'
