select visit_id, d.member_key, cast(visited_at as date) as visit_date, hour(visited_at) as hour, fee_cents/100 as fee from club_visit v left join member_dim d using (member_id) where cancelled='N'
