select a.APPL_NO as permit_no, a.FILED_ON as event_on, 'filed' as event, upper(a.TYPE_CD) as detail
from APPL as a
union all
select a.APPL_NO, a.DECIDED_ON, 'decided', coalesce(a.OUTCOME, '?')
from APPL as a
where a.DECIDED_ON is not null
union all
select i.APPL_NO, cast(i.DONE_AT as date), 'inspected', lower(i.RESULT) || coalesce(' (' || i.SCORE || ')', '')
from INSPECTION as i
inner join APPL as a on a.APPL_NO = i.APPL_NO
where i.DONE_AT is not null
