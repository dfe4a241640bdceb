-- Written by hand from the rules of sheet Lists of values.
select
    USR_ID as buyer_id,
    FRST_NM as first_name,
    LST_NM as last_name,
    EMAIL as email,
    DEPT_CD as department_code,
    case when upper(trim(ACTIVE_FLG)) in ('Y', 'J') then true else false end as is_active
from USR_DIR
