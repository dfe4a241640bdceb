-- Written by hand from the rules of sheet Additional Info. Reads the target contract.
select
    n.NOTE_ID as note_id,
    c.contract_id,
    c.contract_title,
    n.NOTE_TYP as note_type,
    case when n.LANG_CD is null or trim(n.LANG_CD) = '' then 'en' else lower(left(n.LANG_CD, 2)) end as language,
    trim(replace(n.NOTE_BODY, chr(160), ' ')) as note_text,
    case when n.NOTE_BODY is null then 0 else length(n.NOTE_BODY) end as note_length,
    left(n.NOTE_BODY, 30) as short_text,
    u.EMAIL as author_email,
    u.DEPT_CD as author_department,
    cast(n.CRT_TS as date) as written_on,
    strftime(n.CRT_TS, '%H:%M') as written_time,
    coalesce(n.CONF_FLG = 'X', false) or coalesce(n.NOTE_BODY ilike '%confidential%', false) as is_restricted,
    n.CRT_USR as written_by
from NOTE_TXT as n
inner join contract as c on c.contract_id = n.OBJ_ID
left join USR_DIR as u on u.USR_ID = n.CRT_USR
where n.OBJ_TYP = 'CNTR'
