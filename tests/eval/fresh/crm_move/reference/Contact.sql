with kept as (
    select *
    from tbl_person
    where status <> 9
    qualify
        coalesce(trim(mail), '') = ''
        or row_number() over (partition by lower(trim(mail)) order by changed_at desc) = 1
)

select
    p.person_no as Legacy_Id__c,
    p.firstname as FirstName,
    case when coalesce(trim(p.surname), '') = '' then 'Unknown' else p.surname end as LastName,
    case p.salutation_cd when '1' then 'Mr.' when '2' then 'Ms.' when '3' then 'Dr.' end as Salutation,
    case when p.mail like '%@%' then lower(trim(p.mail)) end as Email,
    p.phone_office as Phone,
    p.company_no as Account_Legacy_Id__c,
    c.company_name as Account_Name__c,
    coalesce(u.sf_user_id, '005XX0000000001') as OwnerId,
    coalesce(p.newsletter = 'J', false) as Newsletter_Opt_In__c,
    cast(try_strptime(p.born, '%d.%m.%Y') as date) as Birthdate,
    p.changed_at as Last_Legacy_Change__c
from kept as p
left join tbl_company as c on c.company_no = p.company_no
left join tbl_user as u on u.login = c.account_manager and u.is_active
