select
    account_id,
    owner
    {%- if var('show_secrets', false) %},
    secret
    {%- endif %}
from {{ ref('account') }}
