with latest as (
    select *
    from ITEM
    qualify row_number() over (partition by ITEM_NO order by UPDATED_AT desc) = 1
)

select
    i.ITEM_NO as ITEM_ID,
    upper(trim(i.DESCRIPTION)) as ITEM_NAME,
    case i.CATEGORY_CODE when 'EL' then 'Electrical' when 'MC' then 'Mechanical' when 'PK' then 'Packaging' else 'Other' end
        as CATEGORY,
    coalesce(i.UNIT_COST, 0) as UNIT_COST,
    i.REORDER_POINT,
    case when s.SUPPLIER_NO is null then 'No supplier' else s.NAME end as SUPPLIER_NAME,
    coalesce(s.LEAD_DAYS, 14) as LEAD_DAYS,
    case when coalesce(i.UNIT_COST, 0) >= 100 then 'A' when coalesce(i.UNIT_COST, 0) >= 20 then 'B' else 'C' end as COST_CLASS,
    case when i.ACTIVE_FLAG = '1' then 'Y' else 'N' end as IS_ACTIVE
from latest as i
left join SUPPLIER as s on s.SUPPLIER_NO = i.SUPPLIER_NO
where i.CATEGORY_CODE is distinct from 'SVC'
