with placed as (
    select
        *,
        lead(since) over (partition by pat_no order by since) as next_since,
        md5(
            coalesce(street, '') || '#'
            || coalesce(lpad(nullif(regexp_replace(zip, '\D', '', 'g'), ''), 5, '0'), '') || '#'
            || coalesce(array_to_string(list_transform(
                string_split(trim(town), ' '), lambda word: upper(left(word, 1)) || lower(substr(word, 2))
            ), ' '), '')
        ) as fingerprint
    from addr
    where since is not null
)
select
    a.addr_id as location_history_id,
    p.person_id as person_id,
    a.pat_no as person_source_value,
    l.location_id as location_id,
    a.zip as zip_raw,
    a.since as start_date,
    coalesce(a.next_since - 1, date '9999-12-31') as end_date,
    a.next_since is null as is_current
from placed as a
inner join person as p on p.person_source_value = a.pat_no
left join location as l on l.location_source_value = a.fingerprint
