select i.invoice_id, i.currency, i.invoiced_on, i.amount, round(i.amount * fx_rates.rate_to_eur, 2) as amount_eur, case when i.paid_amount >= i.amount then 'paid' when i.paid_amount > 0 then 'partly' else 'open' end as payment_state
from {{ ref('invoices') }} i
left join {{ ref('fx_rates') }} fx_rates on fx_rates.currency = i.currency and fx_rates.rate_date = i.invoiced_on
