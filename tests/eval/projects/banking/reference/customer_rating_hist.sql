with kept as (
    select *
    from RATING_LOG
    where AEND_DAT is not null
    qualify row_number() over (partition by KND_NR, AEND_DAT order by LOG_ID desc) = 1
),
ordered as (
    select
        *,
        row_number() over w as version_no,
        lead(AEND_DAT) over w as next_from,
        lag(RATING) over w as previous_rating
    from kept
    window w as (partition by KND_NR order by AEND_DAT)
)
select
    md5(KND_NR || '-' || strftime(AEND_DAT, '%Y%m%d')) as rating_key,
    KND_NR as customer_no,
    RATING as rating,
    GRUND as reason,
    AEND_DAT as valid_from,
    coalesce(next_from - 1, date '9999-12-31') as valid_to,
    next_from is null as is_current,
    case
        when version_no = 1 then 'new'
        when RATING < previous_rating then 'better'
        when RATING > previous_rating then 'worse'
        when RATING = previous_rating then 'same'
        else 'unclear'
    end as trend
from ordered
