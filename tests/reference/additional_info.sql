-- Written by hand from the rules of sheet Additional Info.
select
    'C-' || a.ATTR_ID as info_id,
    'CONTRACT' as object_type,
    a.CNTR_NO as object_id,
    upper(trim(a.ATTR_NM)) as info_name,
    a.ATTR_VAL as info_value,
    try_cast(a.ATTR_VAL as decimal(18, 4)) as info_number,
    cast(try_strptime(a.ATTR_DT, '%d.%m.%Y') as date) as info_date,
    a.UNIT_CD as unit_code,
    coalesce(a.CONF_FLG in ('X', 'x'), false) as is_confidential,
    h.BUYER_ID as owner_id,
    'CNTR_ATTR' as source_table
from CNTR_ATTR as a
inner join CNTR_HDR as h on h.CNTR_NO = a.CNTR_NO
union all
select
    'V-' || a.ATTR_ID,
    'SUPPLIER',
    a.VNDR_ID,
    upper(trim(a.ATTR_NM)),
    a.ATTR_VAL,
    try_cast(a.ATTR_VAL as decimal(18, 4)),
    cast(try_strptime(a.ATTR_DT, '%d.%m.%Y') as date),
    a.UNIT_CD,
    coalesce(a.CONF_FLG in ('X', 'x'), false),
    null,
    'VNDR_ATTR'
from VNDR_ATTR as a
inner join VNDR_MST as v on v.VNDR_ID = a.VNDR_ID
