select
    loans.loan_id
    , borrower.name as borrower_name
    , librarian.name as librarian_name
    , borrower.city as borrower_city
from {{ ref('stg_loans') }} as loans
left join {{ ref('stg_people') }} as borrower
    on loans.borrower_id = borrower.person_id
left join {{ ref('stg_people') }} as librarian
    on loans.librarian_id = librarian.person_id
