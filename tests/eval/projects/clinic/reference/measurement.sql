with latest as (
    select *
    from lab
    where flag is distinct from 'X' and taken_ts is not null
    qualify row_number() over (
        partition by pat_no, test, taken_ts order by valid_ts desc nulls last, lab_no desc
    ) = 1
),
numbers as (
    select
        l.*,
        p.person_id,
        try_cast(replace(trim(regexp_replace(trim(l.result), '^[<>]', '')), ',', '.') as decimal(14, 4)) as amount,
        u.std_unit,
        u.factor,
        u.shift
    from latest as l
    inner join person as p on p.person_source_value = l.pat_no
    left join unitconv as u on u.test = l.test and lower(u.from_unit) = lower(trim(l.unit))
),
converted as (
    select
        *,
        cast(case when factor is null then amount else amount * factor + coalesce(shift, 0) end as decimal(14, 3))
            as value_as_number
    from numbers
)
select
    m.lab_no as measurement_id,
    m.person_id as person_id,
    m.taken_ts as measurement_datetime,
    m.test as test_source_value,
    m.value_as_number as value_as_number,
    case
        when m.amount is not null or trim(m.result) = '' then null
        when lower(trim(m.result)) = 'neg' then 'Negative'
        when lower(trim(m.result)) = 'pos' then 'Positive'
        else lower(trim(m.result))
    end as value_as_text,
    coalesce(m.std_unit, trim(m.unit)) as unit,
    m.unit as unit_source_value,
    m.lo as range_low,
    m.hi as range_high,
    case
        when m.amount is null or (m.lo is null and m.hi is null) then null
        when m.amount < m.lo then 'L'
        when m.amount > m.hi then 'H'
        else 'N'
    end as abnormal_flag,
    v.visit_occurrence_id as visit_occurrence_id,
    lag(m.value_as_number) over (partition by m.person_id, m.test order by m.taken_ts) as previous_value
from converted as m
left join visit_occurrence as v on v.visit_occurrence_id = m.enc_id
