select
    "order".id as "Order Id",
    "order"."group" as "select"
from "order"
