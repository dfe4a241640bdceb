select *, 'x' as label from {{ ref('customer') }} where segment is not null
