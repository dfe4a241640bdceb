(select person_id as id, full_name as name, person.born as since from person)
union all
(select company_id as id, name, company.founded as since from company)
