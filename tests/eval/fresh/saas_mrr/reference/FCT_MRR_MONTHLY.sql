with monthly as (
    select
        l.ACCOUNT_ID,
        cast(date_trunc('month', l.PERIOD_START) as date) as MONTH_START,
        any_value(a.ACCOUNT_NAME) as ACCOUNT_NAME,
        coalesce(any_value(c.REGION), 'Unassigned') as REGION,
        any_value(a.EMPLOYEES) as EMPLOYEES,
        any_value(a.SIGNED_UP_ON) as SIGNED_UP_ON,
        coalesce(sum(l.AMOUNT) filter (where l.LINE_KIND = 'recurring'), 0) as MRR,
        coalesce(sum(l.AMOUNT) filter (where l.LINE_KIND <> 'recurring'), 0) as ONE_OFF_REVENUE
    from INVOICE_LINES as l
    inner join ACCOUNTS as a on a.ACCOUNT_ID = l.ACCOUNT_ID
    left join COUNTRIES as c on c.COUNTRY_CODE = a.COUNTRY_CODE
    where l.IS_VOIDED is distinct from 'Y' and a.IS_INTERNAL is distinct from 'Y'
    group by l.ACCOUNT_ID, date_trunc('month', l.PERIOD_START)
),

ordered as (
    select
        *,
        coalesce(lag(MRR) over (partition by ACCOUNT_ID order by MONTH_START), 0) as PREVIOUS_MRR,
        row_number() over (partition by ACCOUNT_ID order by MONTH_START) as row_no,
        sum(MRR + ONE_OFF_REVENUE) over (
            partition by ACCOUNT_ID order by MONTH_START rows between unbounded preceding and current row
        ) as REVENUE_TO_DATE
    from monthly
)

select
    ACCOUNT_ID,
    MONTH_START,
    ACCOUNT_NAME,
    REGION,
    case
        when EMPLOYEES is null then 'Unknown'
        when EMPLOYEES < 50 then 'SMB'
        when EMPLOYEES <= 499 then 'Mid-Market'
        else 'Enterprise'
    end as SEGMENT,
    MRR,
    ONE_OFF_REVENUE,
    12 * MRR as ARR,
    PREVIOUS_MRR,
    MRR - PREVIOUS_MRR as MRR_CHANGE,
    case
        when row_no = 1 then 'new'
        when MRR > PREVIOUS_MRR then 'expansion'
        when MRR < PREVIOUS_MRR then 'contraction'
        else 'flat'
    end as MOVEMENT,
    REVENUE_TO_DATE,
    date_diff('month', SIGNED_UP_ON, MONTH_START) as MONTHS_SINCE_SIGNUP
from ordered
