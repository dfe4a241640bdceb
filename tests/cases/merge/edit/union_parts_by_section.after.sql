(select person_id as id, full_name as name, born as since from person)
union all
(select company_id as id, name, founded as since from company)
