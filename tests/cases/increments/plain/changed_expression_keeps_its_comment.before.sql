select
    account_id,
    balance    as available, -- without the limit so far
    /* in the account's currency */
    limit_amount
from account
