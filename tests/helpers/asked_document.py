"""A document that leaves six things open, and rows of its source table."""

from __future__ import annotations

MAPPING = """\
Target Table,Target Column,Target Type,Key,Source Table,Source Column,Transformation Rule
plot,plot_id,integer,PK,PLT,PLT_NO,Direct move
plot,tenant,varchar(40),,PLT,TEN_NM,TBD
plot,per_metre,"decimal(10,2)",,PLT,"PRICE, SQM",PRICE / SQM
plot,per_year,"decimal(10,2)",,PLT,"PRICE, AGE",PRICE / AGE
plot,origin,varchar(3),,,,
"""
PLOTS = "PLT_NO,TEN_NM,PRICE,SQM,AGE\n1, Ada ,10,3,0\n2,Bo,11,3,7\n"
