select
    contract.contr_no as contr_no,
    vendor.name1 as vendor_name,
    contact.email as main_email,
    contact.phone as main_phone,
    contact_2.phone as fax_phone,
    city.city_name as city
from contract
left join vendor
    on vendor.vend_no = contract.vend_no
left join contact
    on contract.vend_no = contact.vend_no and contact.main_flag = 1
left join city
    on city.city_id = contract.city_id
left join contact as contact_2
    on contract.vend_no = contact_2.vend_no and contact_2.kind = 'FAX'
