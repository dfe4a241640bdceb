select row_number() over (order by member_id) as member_key, member_id, first_name, case gender when 'M' then 'Male' when 'F' then 'Female' else gender end as gender, city, coalesce(zip,'#') as zip, 'Unknown' as country
from club_member m left join club_member_address a using (address_id)
