select * from {{ ref('customer') }} where segment is not null
