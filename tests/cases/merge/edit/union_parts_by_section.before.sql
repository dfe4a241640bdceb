(select person_id as id, full_name as name from person)
union all
(select company_id as id, name from company)
