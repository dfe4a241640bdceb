with bounds as (
    select date_trunc('month', min(adm_ts)) as first_month, date_trunc('month', max(adm_ts)) as last_month
    from enc
),
months as (
    select cast(unnest(generate_series(first_month, last_month, interval 1 month)) as date) as month_on
    from bounds
),
spine as (
    select w.ward_cd, w.ward_name, w.beds, m.month_on
    from ward as w
    cross join months as m
    where w.closed_on is null or m.month_on <= w.closed_on
),
admissions as (
    select
        ward,
        cast(date_trunc('month', adm_ts) as date) as month_on,
        count(*) as admissions,
        count(distinct pat_no) as patients,
        count(*) filter (where upper(kind) = 'ER') as emergencies
    from enc
    where state is distinct from 'C'
    group by ward, cast(date_trunc('month', adm_ts) as date)
),
counted as (
    select
        s.*,
        coalesce(a.admissions, 0) as admissions,
        coalesce(a.patients, 0) as patients,
        a.emergencies
    from spine as s
    left join admissions as a on a.ward = s.ward_cd and a.month_on = s.month_on
)
select
    ward_cd as ward_source_value,
    ward_name,
    beds as bed_count,
    month_on as month_start_date,
    'FY' || year(month_on + interval 3 month) || '-Q' || quarter(month_on + interval 3 month) as fiscal_period,
    admissions as admission_count,
    patients as patient_count,
    cast(round(100.0 * emergencies / nullif(admissions, 0), 1) as decimal(5, 1)) as er_percent,
    cast(sum(admissions) over (
        partition by ward_cd, year(month_on) order by month_on rows unbounded preceding
    ) as integer) as admissions_ytd,
    rank() over (partition by month_on order by admissions desc) as rank_in_month
from counted
