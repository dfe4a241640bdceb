select l.line_item_id, l.invoice_id, i.invoice_number, i.created_at as invoice_created_at, i.account_id, a.account_email, l.plan_id, l.currency,
 l.amount, l.discount, l.tax, l.amount - coalesce(l.discount, 0) + coalesce(l.tax, 0) as net_amount,
 case when l.origin = 'plan' then 'subscription' when l.origin = 'add_on' then 'add-on' else 'other' end as revenue_type,
 p.interval_unit as plan_interval, l.amount * coalesce(r.rate_to_usd, 1) as amount_usd,
 coalesce(i.created_at = (select min(j.created_at) from stg_recurly__invoice j where j.account_id = i.account_id), false) as is_first_invoice
from stg_recurly__line_item l left join stg_recurly__invoice i on i.invoice_id = l.invoice_id left join stg_recurly__account a on a.account_id = i.account_id
left join stg_recurly__plan p on p.plan_id = l.plan_id left join stg_recurly__rate r on r.currency = l.currency
where l.state != 'voided' and l.amount is distinct from 0
