select i.invoice_id, i.currency, i.invoiced_on, i.amount
from {{ ref('invoices') }} i
