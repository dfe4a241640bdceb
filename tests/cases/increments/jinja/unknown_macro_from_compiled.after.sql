select
    lead_id,
    {{ crm_tools.clean_email('email') }} as email,
    score
from {{ ref('lead') }}
