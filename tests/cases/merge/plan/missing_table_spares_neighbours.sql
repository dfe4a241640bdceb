select
    contract.contract_id as contract_id,
    cast(null as VARCHAR) as region_name
from contract
