with e as (
 select deal_id, count(*) filter (where engagement_type = 'CALL') as calls, max(occurred_at) as last_at
 from stg_hubspot__engagement group by deal_id
), c as (
 select dc.deal_id, k.email
 from (select * from stg_hubspot__deal_contact
       qualify row_number() over (partition by deal_id
         order by case when association_type = 'primary' then 0 else 1 end, contact_id) = 1) dc
 left join stg_hubspot__contact k on k.contact_id = dc.contact_id
)
select d.deal_id, d.deal_name, s.pipeline_label, s.stage_label,
 case when o.owner_id is null then 'no owner' else coalesce(o.full_name, o.email) end as owner_name,
 d.amount, d.created_at, d.closed_at,
 case when s.is_closed_won then 'won' when d.closed_at is not null then 'lost' else 'open' end as deal_outcome,
 d.closed_at::date - d.created_at::date as days_to_close,
 d.amount * coalesce(s.probability, 0) as weighted_amount, c.email as contact_email, coalesce(e.calls, 0) as call_count,
 date '2025-06-30' - coalesce(e.last_at, d.created_at)::date as days_since_last_activity
from stg_hubspot__deal d
left join stg_hubspot__deal_stage s on s.pipeline_id = d.pipeline_id and s.deal_stage_id = d.deal_stage_id
left join stg_hubspot__owner o on o.owner_id = d.owner_id
left join c on c.deal_id = d.deal_id
left join e on e.deal_id = d.deal_id
where d.is_deleted is not true
 and not exists (select 1 from stg_hubspot__merged_deal m where m.merged_deal_id = d.deal_id)
