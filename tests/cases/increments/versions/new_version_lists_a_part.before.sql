select plot_id, tenant, sqm, rent from plot
