with contract as (
    select *
    from vertraege
    where gueltig_ab <= date '2025-06-30'
    qualify row_number() over (partition by persnr order by gueltig_ab desc) = 1
)

select
    p.persnr as person_no,
    p.vorname as first_name,
    p.nachname as last_name,
    p.nachname || case when coalesce(p.vorname, '') = '' then '' else ', ' || p.vorname end as full_name,
    p.geb_datum as birth_date,
    p.eintritt as hire_date,
    datesub('year', p.eintritt, date '2025-06-30') as years_of_service,
    v.stelle_cd as job_code,
    v.abteilung_cd as department_code,
    coalesce(a.bezeichnung, 'not assigned') as department_name,
    nullif(a.leiter_persnr, p.persnr) as manager_no,
    v.std_woche as weekly_hours,
    case when v.std_woche > 38.5 then 1 else cast(round(v.std_woche / 38.5, 2) as decimal(4, 2)) end as fte
from personen as p
left join contract as v on v.persnr = p.persnr
left join abteilungen as a on a.abteilung_cd = v.abteilung_cd
where p.eintritt <= date '2025-06-30' and (p.austritt is null or p.austritt > date '2025-06-30')
