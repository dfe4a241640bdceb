select
    shop.shop_no as shop_no,
    shop.town as town
from shop
