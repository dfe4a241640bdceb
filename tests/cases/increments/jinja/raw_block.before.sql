select
    mail_id,
    {% raw %}'{{ name }}' as template,{% endraw %}
    body
from {{ ref('mail') }}
