select
    account_id,
    owner
    {%- if var('show_secrets', false) %},
    secret
    {%- endif %},
    opened_on
from {{ ref('account') }}
