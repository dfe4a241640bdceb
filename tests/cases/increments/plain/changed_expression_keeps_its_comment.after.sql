select
    account_id,
    balance + coalesce(limit_amount, 0)    as available, -- without the limit so far
    /* in the account's currency */
    limit_amount
from account
