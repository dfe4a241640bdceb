with recursive named as (
    select
        *,
        array_to_string(
            list_transform(string_split(trim(FIL_NAME), ' '), lambda w: upper(w[1]) || lower(w[2:])), ' '
        ) as nice_name
    from FILIALE
),
tree as (
    select FIL_NR, 1 as level
    from FILIALE
    where UEBER_NR is null or UEBER_NR not in (select FIL_NR from FILIALE)
    union all
    select f.FIL_NR, t.level + 1
    from FILIALE as f
    inner join tree as t on t.FIL_NR = f.UEBER_NR
)
select
    cast(row_number() over (order by f.FIL_NR) as integer) as branch_sk,
    f.FIL_NR as branch_no,
    f.nice_name as branch_name,
    nullif(regexp_extract(f.PLZ_ORT, '^[0-9]{5}'), '') as branch_zip,
    f.UEBER_NR as parent_branch_no,
    coalesce(p.nice_name, '(none)') as parent_branch_name,
    t.level as branch_level,
    case
        when contains(f.LEITER, ',')
            then trim(split_part(f.LEITER, ',', 2)) || ' ' || trim(split_part(f.LEITER, ',', 1))
        else f.LEITER
    end as manager,
    f.EROEFF as opened_on,
    f.SCHLIESS as closed_on
from named as f
left join named as p on p.FIL_NR = f.UEBER_NR
left join tree as t on t.FIL_NR = f.FIL_NR
