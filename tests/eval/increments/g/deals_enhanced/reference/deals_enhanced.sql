select d.deal_id, d.deal_name, d.deal_pipeline_id, d.deal_pipeline_stage_id, d.owner_id, d.amount, coalesce(d.deal_type, 'unknown') as deal_type,
 d.created_at, d.closed_at, coalesce(p.pipeline_label, 'no pipeline') as pipeline_label, coalesce(p.is_active, false) as is_pipeline_active,
 p.display_order as pipeline_display_order, s.pipeline_stage_label, s.probability as pipeline_stage_probability,
 s.display_order as pipeline_stage_display_order, o.email_address as owner_email_address, o.full_name as owner_full_name,
 p.is_deleted as is_deal_pipeline_deleted, s.is_deleted as is_deal_pipeline_stage_deleted, t.team_name as owner_team_name
from stg_hubspot__deal d left join stg_hubspot__deal_pipeline p on p.deal_pipeline_id = d.deal_pipeline_id
left join stg_hubspot__deal_pipeline_stage s on s.deal_pipeline_stage_id = d.deal_pipeline_stage_id
left join stg_hubspot__owner o on o.owner_id = d.owner_id left join stg_hubspot__team t on t.team_id = o.primary_team_id
