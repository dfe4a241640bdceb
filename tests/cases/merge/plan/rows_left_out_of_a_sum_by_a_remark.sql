select
    order_line.order_no as order_no,
    count(order_line.line_no) as lines
from order_line
group by
    order_line.order_no
