select
    mail_id,
    {% raw %}'{{ name }}' as template,{% endraw %}
    body,
    sent
from {{ ref('mail') }}
