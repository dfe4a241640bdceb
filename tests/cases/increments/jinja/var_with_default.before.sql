select
    invoice_id,
    net as gross,
    '{{ var("company", "ACME") }}' as company
from {{ ref('invoice') }}
where issued_on >= '{{ var('start_date', '2020-01-01') }}' {# set by the scheduler #}
