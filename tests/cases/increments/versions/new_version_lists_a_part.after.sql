select plot_id, tenant, sqm, rent * 12 as rent, well from plot
