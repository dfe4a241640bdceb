"""Source tables."""

from make_projects import written

TABLES = {
    "qb_vendor": written(
        "id INTEGER | display_name VARCHAR | company_name VARCHAR | account_number VARCHAR"
        " | active BOOLEAN | balance DOUBLE | currency_id VARCHAR | billing_address_id INTEGER"
        " | web_url VARCHAR | vendor_1099 BOOLEAN | created_at TIMESTAMP | is_deleted BOOLEAN",
        """
        101 | Hartley Office Supply |                          |        | true  |         | USD | 501 | WWW.Hartley.com            | true  | 2018-01-10 10:10:00 | false
        102 | Brightwater Electric  | Brightwater Electric Inc | V-2001 | true  | 1852.03 | USD | 502 |                            | false | 2019-02-11 10:11:00 |
        103 | Cobalt Freight        | Cobalt Freight Inc       | V-2002 | true  | 1493.25 | USD | 503 | https://cobalt.example     |       | 2020-03-12 10:12:00 | false
        104 |                       | Summit Janitorial Co     |        | true  | 554.16  | USD | 504 | WWW.Summit.com             | true  | 2021-04-13 10:13:00 |
        105 | Nova Print Works      |                          | V-2004 | true  | 3466.25 | usd | 505 |                            | false | 2022-05-14 10:14:00 | false
        106 | ' Pine Street Realty' | Pine Street Realty Inc   | V-2005 | true  |         | USD | 506 | https://pine.example       |       | 2018-06-15 10:15:00 |
        107 | Quayside Catering     | Quayside Catering Inc    |        | true  | 25.74   | USD |     | WWW.Quayside.com           | true  | 2019-07-16 10:16:00 | false
        108 | Atlas Machine Tools   | Atlas Machine Tools Inc  | V-2007 | true  | 2011.13 | USD | 508 |                            | false | 2020-08-17 10:17:00 |
        109 | Verdant Landscaping   |                          | V-2008 | false | 3593.19 | USD | 509 | https://verdant.example    |       | 2021-09-18 10:18:00 | false
        110 | Kestrel IT Services   | Kestrel IT Services Inc  |        | true  | 323.26  |     | 510 | WWW.Kestrel.com            | true  | 2022-01-19 10:19:00 |
        111 | Orchard Insurance     | Orchard Insurance Inc    | V-2010 | true  |         | USD | 511 |                            | false | 2018-02-10 10:20:00 | false
        112 | '  '                  | Delta Packaging Co       | V-2011 | true  | 2217.08 | USD | 512 | https://delta.example      |       | 2019-03-11 10:21:00 |
        113 | Lumen Telecom         |                          |        | true  | 2466.6  | USD | 513 | WWW.Lumen.com              | true  | 2020-04-12 10:22:00 | false
        114 | Ridgeline Steel       | Ridgeline Steel Inc      | V-2013 | true  | 163.58  | USD | 514 |                            | false | 2021-05-13 10:23:00 |
        115 | Maple Legal LLP       | Maple Legal LLP Inc      | V-2014 | true  | 1516.08 | USD |     | https://maple.example      |       | 2022-06-14 10:24:00 | false
        116 | Coastal Fuel          | Coastal Fuel Inc         |        | true  |         | USD | 516 | WWW.Coastal.com            | true  | 2018-07-15 10:25:00 |
        117 | Tandem Staffing       |                          | V-2016 | true  | 2813.92 |     | 517 |                            | false | 2019-08-16 10:26:00 | false
        118 | ' Greyfriars Books'   | Greyfriars Books Inc     | V-2017 | false | 1808.08 | USD | 518 | https://greyfriars.example |       | 2020-09-17 10:27:00 |
        119 | Polaris Instruments   | Polaris Instruments Inc  |        | true  | 2900.26 | USD | 519 | WWW.Polaris.com            | true  | 2021-01-18 10:28:00 | false
        120 | Umber Paints          | Umber Paints Inc         | V-2019 | true  | 628.63  | USD | 520 |                            | false | 2022-02-19 10:29:00 | true
        121 | Rheinwerk GmbH        |                          | V-2020 | true  |         | EUR | 521 | https://rheinwerk.example  |       | 2018-03-10 10:30:00 | false
        122 | Atelier Moreau        | Atelier Moreau Inc       |        | true  | 952.05  | EUR | 522 | WWW.Atelier.com            | true  | 2019-04-11 10:31:00 |
        123 | Northgate Chemicals   | Northgate Chemicals Inc  | V-2022 | true  | 443.79  | CAD | 523 |                            | false | 2020-05-12 10:32:00 | false
        124 | ' Sable Security'     | Sable Security Inc       | V-2023 | true  | 2025.08 | USD | 524 | https://sable.example      |       | 2021-06-13 10:33:00 |
        125 | Ivory Dental Lab      |                          |        | true  | 3695.32 | USD | 525 | WWW.Ivory.com              | true  | 2022-07-14 10:34:00 | false
        """,
    ),
    "qb_address": written(
        "id INTEGER | line_1 VARCHAR | line_2 VARCHAR | city VARCHAR | postal_code VARCHAR | country VARCHAR",
        """
        501 | 12 Main St   |           | Lima   | 45001 | US
        502 | 21 Main St   | Suite 101 | Toledo | 45018 | USA
        503 | 30 Canal Rd  | ''        | Akron  | 45035 | United States
        504 | 39 Dock Ln   |           | Dayton | 45052 |
        505 | 48 5th Ave   | Suite 104 | Akron  | 45069 | us
        506 | 57 Dock Ln   | ''        | Toledo | 45086 | ' US '
        508 | 75 5th Ave   | Suite 107 | Dayton | 45120 | usa
        509 | 84 Canal Rd  | ''        | Dayton | 45137 | US
        510 | 93 Dock Ln   |           | Dayton | 45154 | USA
        511 | 102 Dock Ln  | Suite 110 | Lima   | 45171 | United States
        512 | 111 Canal Rd | ''        | Dayton | 45188 |
        513 | 120 Canal Rd |           | Lima   | 45205 | us
        514 | 129 Main St  | Suite 113 | Dayton | 45222 | ' US '
        515 | 138 Main St  | ''        | Akron  | 45239 | US
        516 | 147 Canal Rd |           | Toledo | 45256 | usa
        517 | 156 Main St  | Suite 116 | Dayton | 45273 | US
        518 | 165 Canal Rd | ''        | Dayton | 45290 | USA
        519 |              |           | Dayton | 45307 | United States
        520 | 183 Dock Ln  | Suite 119 | Akron  | 45324 |
        521 | 192 Dock Ln  | ''        | Dayton | 45341 | Germany
        522 | 201 Dock Ln  |           | Akron  | 45358 | France
        523 | 210 Main St  | Suite 122 | Akron  | 45375 | Canada
        524 | 219 Canal Rd | ''        | Dayton | 45392 | usa
        525 | 228 Main St  |           | Toledo | 45409 | US
        """,
    ),
    "qb_account": written(
        "id INTEGER | name VARCHAR | fully_qualified_name VARCHAR | account_number VARCHAR"
        " | parent_account_id INTEGER | sub_account BOOLEAN | account_type VARCHAR"
        " | account_sub_type VARCHAR | classification VARCHAR | balance DOUBLE"
        " | currency_id VARCHAR | active BOOLEAN",
        """
        1  | Checking                 | Checking                           | 1000 |    | false | Bank                    | Checking                            | Asset     | 10878.74 | USD | true
        2  | Savings                  | Savings                            | 1010 |    | false | Bank                    | Savings                             |           | 11930.81 | USD | true
        3  | Checking EUR             | Checking EUR                       | 1020 |    | false | Bank                    | Checking                            | Asset     | 2560.74  | EUR | true
        4  | Accounts Receivable      | Accounts Receivable                | 1200 |    | false | Accounts Receivable     | AccountsReceivable                  |           | 5000.37  | USD | true
        5  | Prepaid Expenses         | Prepaid Expenses                   | 1300 |    | false | Other Current Asset     | PrepaidExpenses                     | Asset     | 19895.12 | USD | true
        6  | Equipment                | Equipment                          | 1500 |    | false | Fixed Asset             | MachineryAndEquipment               |           | 19958.27 | USD | true
        7  | Accumulated Depreciation | Equipment:Accumulated Depreciation | 1510 | 6  | true  | Fixed Asset             | AccumulatedDepreciation             |           |          | USD | true
        8  | Accounts Payable         | Accounts Payable                   | 2000 |    | false | Accounts Payable        | AccountsPayable                     | Liability | 1987.38  | USD | true
        9  | Accounts Payable EUR     | Accounts Payable EUR               | 2010 |    | false | Accounts Payable        | AccountsPayable                     | Liability | 13962.1  | EUR | true
        10 | Accounts Payable old     | Accounts Payable old               | 2090 |    | false | Accounts Payable        | AccountsPayable                     |           | 18993.92 | USD | false
        11 | AP Retainage             | Accounts Payable:AP Retainage      | 2001 | 8  | true  | Accounts Payable        | AccountsPayable                     | Liability | 4354.12  | USD | true
        12 | Corporate Card           | Corporate Card                     | 2100 |    | false | Credit Card             | CreditCard                          |           | 12028.11 | USD | true
        13 | Accrued Payroll          | Accrued Payroll                    | 2200 |    | false | Other Current Liability | PayrollTaxPayable                   |           | 382.13   | USD | true
        14 | Bank Loan                | Bank Loan                          | 2500 |    | false | Long Term Liability     | NotesPayable                        | Liability |          | USD | true
        15 | Owner Equity             | Owner Equity                       | 3000 |    | false | Equity                  | OwnersEquity                        |           | 7001.91  | USD | true
        16 | Retained Earnings        | Retained Earnings                  | 3900 |    | false | Equity                  | RetainedEarnings                    | Equity    | 13319.56 | USD | true
        17 | Sales                    | Sales                              | 4000 |    | false | Income                  | SalesOfProductIncome                | Revenue   | 11600.31 | USD | true
        18 | Service Revenue          | Sales:Service Revenue              | 4010 | 17 | true  | Income                  | ServiceFeeIncome                    |           | 15379.81 | USD | true
        19 | Interest Income          | Interest Income                    | 4900 |    | false | Other Income            | InterestEarned                      |           | 1278.15  | USD | true
        20 | Cost of Goods Sold       | Cost of Goods Sold                 | 5000 |    | false | Cost of Goods Sold      | SuppliesMaterialsCogs               |           | 6617.56  | USD | true
        21 | Freight In               | Cost of Goods Sold:Freight In      | 5010 | 20 | true  | Cost of Goods Sold      | ShippingFreightDeliveryCos          | Expense   |          | USD | true
        22 | Office Supplies          | Office Supplies                    | 6000 |    | false | Expense                 | OfficeGeneralAdministrativeExpenses | Expense   | 17212.74 | USD | true
        23 | Rent                     | Rent                               | 6100 |    | false | Expense                 | RentOrLeaseOfBuildings              |           | 11474.87 | USD | true
        24 | Utilities                | Utilities                          | 6200 |    | false | Expense                 | Utilities                           |           | 8751.65  | USD | true
        25 | Electricity              | Utilities:Electricity              | 6210 | 24 | true  | Expense                 | Utilities                           | Expense   | 7744.49  | USD | true
        26 | Telephone                | Utilities:Telephone                | 6220 | 24 | true  | Expense                 | Utilities                           |           | 19714.47 | USD | true
        27 | Professional Fees        | Professional Fees                  | 6300 |    | false | Expense                 | LegalProfessionalFees               | Expense   | 11275.94 | USD | true
        28 | Repairs                  | Repairs                            |      |    | false | Expense                 | RepairMaintenance                   |           |          | USD | true
        29 | Depreciation             | Depreciation                       | 6800 |    | false | Other Expense           | Depreciation                        |           | -123.48  | USD | true
        30 | Exchange Gain or Loss    | Exchange Gain or Loss              | 7000 |    | false | Other Expense           | ExchangeGainOrLoss                  |           | 15887.08 | USD | true
        31 | Budget memo              | Budget memo                        | 9990 |    | false | Non-Posting             | Memo                                |           | 6238.6   | USD | false
        32 | Accounts Payable CAD     | Accounts Payable CAD               | 2020 |    | false | Accounts Payable        | AccountsPayable                     |           | 8388.24  | CAD | true
        """,
    ),
    "qb_item": written(
        "id INTEGER | name VARCHAR | parent_item_id INTEGER | expense_account_id INTEGER"
        " | income_account_id INTEGER",
        """
        1  | Supplies        |    | 22 |
        2  | Paper           | 1  |    |
        3  | Toner           | 1  | 22 | 17
        4  | Freight         |    | 21 |
        5  | Inbound freight | 4  |    |
        6  | Widgets         |    | 20 | 17
        7  | Widget A        | 6  |    | 17
        8  | Widget B        | 6  | 20 | 17
        9  | Consulting      |    |    | 18
        10 | Legal hours     | 9  | 27 | 18
        11 | Advice hours    | 9  |    | 18
        12 | Cleaning        |    | 28 |
        13 | Deep clean      | 12 |    |
        14 | Fuel            |    | 21 |
        15 | Phone plan      |    | 26 |
        16 | Power           |    | 25 |
        17 | Books           |    | 22 | 17
        18 | Steel plate     | 6  | 20 |
        19 | Paint           |    | 28 |
        20 | Instruments     |    | 6  |
        21 | Catering        |    | 22 |
        22 | Security        |    | 27 |
        """,
    ),
    "qb_bill": written(
        "id INTEGER | doc_number VARCHAR | vendor_id INTEGER | payable_account_id INTEGER"
        " | transaction_date DATE | due_date DATE | total_amount DOUBLE | balance DOUBLE"
        " | currency_id VARCHAR | exchange_rate DOUBLE | is_deleted BOOLEAN",
        """
        2001 | INV7000 | 121 | 9  | 2024-03-30 | 2024-05-14 | 996.86  | 0.0     | EUR | 1.0633 | false
        2002 | INV7003 | 121 | 9  | 2024-05-03 | 2024-05-18 | 650.72  | 0.0     | EUR | 1.0926 |
        2003 | INV7006 | 122 | 9  | 2024-08-17 | 2024-09-16 | 1418.31 | 0.0     | EUR | 1.0741 | false
        2004 | INV7009 | 123 | 32 | 2024-04-12 | 2024-05-27 | 2465.97 | 0.0     | CAD | 0.7312 |
        2005 | INV7012 | 101 | 8  | 2024-03-29 |            | 1986.88 | 0.0     | USD | 1.0    | false
        2006 | INV7015 | 102 | 8  | 2024-02-21 | 2024-03-22 | 390.6   | 0.0     | USD |        |
        2007 | INV7018 | 103 | 8  | 2024-08-20 | 2024-09-04 | 2003.25 | 0.0     | USD | 1.0    | false
        2008 | INV7021 | 107 | 8  | 2024-03-21 | 2024-05-20 | 1495.15 | 0.0     | USD |        |
        2009 | INV7024 | 109 | 8  | 2024-07-21 | 2024-12-31 | 2969.42 | 2969.42 | USD | 1.0    | false
        2010 | INV7027 | 124 | 8  | 2024-04-02 | 2024-04-17 | 293.9   | -0.0    | USD |        |
        2011 | INV7030 | 122 | 9  | 2024-07-08 | 2024-08-22 | 767.92  | 0.0     | EUR | 1.0518 | false
        2012 | INV7033 | 119 | 8  | 2024-02-22 | 2024-03-23 | 123.91  | 43.37   | USD |        |
        2013 | INV7036 | 120 | 8  | 2024-07-04 | 2024-08-18 | 3173.32 | 0.0     | USD | 1.0    | false
        2014 | INV7039 | 105 | 8  | 2024-03-03 |            | 1691.24 | 1691.24 | USD |        | true
        2015 | INV7042 | 104 | 8  | 2024-03-04 | 2024-04-03 | 2086.6  | 1251.96 | USD | 1.0    | false
        2016 | INV7045 | 101 | 8  | 2024-04-10 | 2024-06-09 | 1719.64 | 0.0     | USD |        |
        2017 | INV7048 | 114 | 8  | 2024-02-19 | 2024-03-05 | 1575.21 | 0.0     | USD | 1.0    | false
        2018 | INV7051 | 110 | 8  | 2024-09-11 | 2024-10-26 | 821.49  | 821.49  | USD |        |
        2019 | INV7054 | 114 | 8  | 2024-03-29 | 2024-04-28 | 1278.56 | 0.0     | USD | 1.0    | false
        2020 | INV7057 | 118 | 8  | 2024-02-11 | 2024-03-12 | 1790.54 | 1740.54 | USD |        |
        2021 | INV7060 | 115 | 8  | 2024-07-09 | 2024-08-08 | 2580.34 | 0.0     | USD | 1.0    | false
        2022 | INV7063 | 125 | 8  | 2024-09-05 | 2024-09-20 | 1275.78 | 1275.78 | USD |        |
        2023 | INV7066 | 108 | 8  | 2024-02-07 |            | 2107.69 | 0.0     | USD | 1.0    | false
        2024 | INV7069 | 113 | 8  | 2024-09-19 | 2024-10-19 | 2176.22 | 2176.22 | USD |        |
        2025 | INV7072 | 111 | 8  | 2024-09-26 | 2024-11-25 | 552.03  | 0.0     | USD | 1.0    | false
        2026 | INV7075 | 125 | 8  | 2024-07-27 | 2024-09-10 | 2446.16 | 2446.16 | USD |        |
        2027 | INV7078 | 122 | 9  | 2024-04-04 | 2024-05-04 | 2725.84 | 2725.84 | EUR | 1.0607 | false
        2028 | INV7081 | 111 | 8  | 2024-03-29 | 2024-05-28 | 370.53  | 370.53  | USD |        |
        2029 | INV7084 | 102 | 8  | 2024-10-01 | 2024-10-31 | 2028.88 | 2028.88 | USD | 1.0    | false
        2030 | INV7087 | 119 | 8  | 2024-02-26 | 2024-04-26 | 680.08  | 680.08  | USD |        | true
        2031 | INV7090 | 111 | 8  | 2024-07-25 | 2024-09-08 | 4274.33 | 4274.33 | USD | 1.0    | false
        2032 | INV7093 | 125 | 8  | 2024-04-07 |            | 2412.92 | 2412.92 | USD |        |
        2033 | INV7096 | 121 | 9  | 2024-07-24 | 2024-08-23 | 4716.82 | 4716.82 | EUR | 1.0977 | false
        2034 | INV7099 | 122 | 9  | 2024-07-16 | 2024-09-14 | 1300.38 | 1300.38 | EUR | 1.087  |
        """,
    ),
    "qb_bill_line": written(
        "bill_id INTEGER | line_index INTEGER | description VARCHAR | amount DOUBLE"
        " | account_expense_account_id INTEGER | account_expense_customer_id INTEGER"
        " | item_expense_item_id INTEGER | item_expense_customer_id INTEGER",
        """
        2001 | 0 | Service  | 703.31  |    |    | 10 | 34
        2001 | 1 |          | 293.55  |    |    | 1  | 33
        2002 | 0 | Order    | 650.72  |    |    | 14 | 34
        2003 | 0 | Service  | 957.5   |    |    | 7  | 33
        2003 | 1 | Monthly  | 460.81  |    |    | 9  |
        2004 | 0 | Monthly  | 2465.97 |    |    | 1  |
        2005 | 0 | Order    | 763.83  | 28 | 31 |    |
        2005 | 1 | Monthly  | 1223.05 | 23 | 31 |    |
        2006 | 0 | Order    | 390.6   |    |    | 13 | 34
        2007 | 0 | Order    |         | 22 | 31 |    |
        2007 | 1 | Order    | 466.39  |    |    | 3  |
        2008 | 0 |          | 1495.15 |    |    | 3  |
        2009 | 0 | Service  | 1641.62 |    |    | 2  | 33
        2009 | 1 | Service  | 1327.8  |    |    | 3  | 34
        2010 | 0 |          | 293.9   |    |    | 11 |
        2011 | 0 | Order    | 639.36  | 28 | 32 |    |
        2011 | 1 |          | 128.56  | 22 | 31 | 3  | 34
        2012 | 0 | Monthly  | 123.91  |    |    | 3  |
        2013 | 0 | Monthly  | 1207.58 |    |    | 9  |
        2013 | 1 |          | 1965.74 | 6  |    |    |
        2014 | 0 | Order    | 0.0     | 25 |    |    |
        2015 | 0 | Monthly  | 223.6   |    |    | 3  | 33
        2015 | 1 | Monthly  | 1863.0  | 26 | 31 |    |
        2016 | 0 | Monthly  | 1719.64 | 27 |    |    |
        2017 | 0 | Service  | 1209.92 | 26 |    |    |
        2017 | 1 |          | 365.29  | 25 | 31 |    |
        2018 | 0 | Service  | 821.49  | 28 | 32 |    |
        2019 | 0 |          | 780.18  |    |    | 13 |
        2019 | 1 | Order    | 498.38  | 28 |    |    |
        2020 | 0 | Monthly  | 1790.54 |    |    | 5  | 34
        2021 | 0 | Service  | 2353.72 |    |    | 13 |
        2021 | 1 | Order    | 226.62  |    |    | 14 | 33
        2022 | 0 | Order    | 1275.78 | 22 | 31 |    |
        2023 | 0 | Monthly  | 814.04  | 28 |    |    |
        2023 | 1 |          | 1293.65 |    |    | 13 | 34
        2024 | 0 | Service  | 2176.22 |    |    | 12 | 33
        2025 | 0 | Order    | 488.78  |    |    | 6  | 34
        2025 | 1 |          | 63.25   |    |    | 1  | 33
        2026 | 0 |          | 2446.16 | 27 |    |    |
        2027 | 0 | Service  | 400.81  |    |    | 20 |
        2027 | 1 |          | 2325.03 | 25 |    |    |
        2028 | 0 | Monthly  | 370.53  | 26 | 32 |    |
        2029 | 0 |          | 912.92  | 28 | 32 |    |
        2029 | 1 | Monthly  | 1115.96 |    |    | 7  | 34
        2030 | 0 | Monthly  | 680.08  | 6  |    |    |
        2031 | 0 | Service  | 2494.72 | 26 | 31 |    |
        2031 | 1 | Monthly  | 1779.61 | 5  |    |    |
        2032 | 0 | Order    | 2412.92 | 25 |    |    |
        2033 | 0 | Monthly  | 2314.23 | 25 | 32 |    |
        2033 | 1 |          | 2402.59 | 27 | 32 |    |
        2034 | 0 | Service  | 1300.38 | 27 | 31 |    |
        2005 | 5 | Subtotal |         |    |    |    |
        """,
    ),
    "qb_bill_payment": written(
        "id INTEGER | doc_number VARCHAR | vendor_id INTEGER | transaction_date DATE"
        " | total_amount DOUBLE | currency_id VARCHAR | exchange_rate DOUBLE | pay_type VARCHAR"
        " | check_bank_account_id INTEGER | credit_card_account_id INTEGER | is_deleted BOOLEAN",
        """
        2001 | CHK300 | 121 | 2024-05-18 | 996.86  | EUR | 1.077  | Check      | 3 |    |
        2005 | CHK301 | 121 | 2024-05-09 | 650.72  | EUR | 1.1063 | Check      | 3 |    |
        2009 | CHK302 | 122 | 2024-09-16 | 1418.31 | EUR | 1.0878 | Check      | 3 |    |
        2013 |        | 123 | 2024-04-24 | 2465.97 | CAD | 0.7449 | CreditCard |   | 12 |
        2017 | CHK304 | 101 | 2024-06-01 | 1986.88 | USD |        | Check      | 1 |    |
        2021 | CHK305 | 102 | 2024-04-05 | 390.6   | USD |        | Check      | 1 |    |
        2025 | CHK306 | 103 | 2024-09-07 | 2003.25 | USD |        | Check      | 1 |    |
        2029 |        | 107 | 2024-04-21 | 1495.15 | USD |        | CreditCard |   | 12 |
        2033 | CHK308 | 122 | 2024-07-14 | 767.92  | EUR | 1.0655 | Check      | 3 |    |
        2037 | CHK309 | 120 | 2024-08-03 | 3173.32 | USD |        | Check      | 1 |    |
        2041 |        | 101 | 2024-06-13 | 1719.64 | USD |        | CreditCard |   | 12 |
        2045 | CHK311 | 114 | 2024-03-10 | 1575.21 | USD |        | Check      | 1 |    |
        2049 | CHK312 | 114 | 2024-05-05 | 1278.56 | USD |        | Check      | 1 |    |
        2053 | CHK313 | 115 | 2024-08-22 | 2580.34 | USD |        | Check      | 1 |    |
        2057 | CHK314 | 124 | 2024-04-22 | 117.56  | USD |        | Check      | 1 |    |
        2061 | CHK315 | 119 | 2024-03-13 | 49.56   | USD |        | Check      | 1 |    |
        2065 | CHK316 | 104 | 2024-03-24 | 834.64  | USD |        | Check      | 1 |    |
        2069 | CHK317 | 124 | 2024-05-22 | 176.34  | USD |        | Check      | 1 |    |
        2073 | CHK318 | 119 | 2024-04-02 | 30.98   | USD |        | Check      | 1 |    |
        2077 | CHK319 | 110 | 2024-09-21 | 821.49  | USD |        | Check      | 1 |    | true
        2081 | CHK320 | 108 | 2024-10-20 | 2659.72 | USD |        | Check      | 1 |    |
        2085 | CHK321 | 118 | 2024-09-09 | 50.0    | GBP | 1.27   | Check      | 1 |    |
        """,
    ),
    "qb_bill_payment_line": written(
        "bill_payment_id INTEGER | line_index INTEGER | bill_id INTEGER | amount DOUBLE",
        """
        2001 | 0 | 2001 | 996.86
        2005 | 0 | 2002 | 650.72
        2009 | 0 | 2003 | 1418.31
        2013 | 0 | 2004 | 2465.97
        2017 | 0 | 2005 | 1986.88
        2021 | 0 | 2006 | 390.6
        2025 | 0 | 2007 | 2003.25
        2029 | 0 | 2008 | 1495.15
        2033 | 0 | 2011 | 767.92
        2037 | 0 | 2013 | 3173.32
        2041 | 0 | 2016 | 1719.64
        2045 | 0 | 2017 | 1575.21
        2049 | 0 | 2019 | 1278.56
        2053 | 0 | 2021 | 2580.34
        2057 | 0 | 2010 | 117.56
        2061 | 0 | 2012 | 49.56
        2065 | 0 | 2015 | 834.64
        2069 | 0 | 2010 | 176.34
        2073 | 0 | 2012 | 30.98
        2077 | 0 | 2018 | 821.49
        2081 | 0 | 2023 | 2107.69
        2081 | 1 | 2025 | 552.03
        2017 | 1 |      | 25.0
        2085 | 0 | 2020 | 50.0
        """,
    ),
    "qb_journal_entry": written(
        "id INTEGER | doc_number VARCHAR | transaction_date DATE | private_note VARCHAR"
        " | exchange_rate DOUBLE | adjustment BOOLEAN | is_deleted BOOLEAN",
        """
        2003 | JE-001 | 2024-01-31 | Reclass      | 1.0 | true  |
        2005 | JE-002 | 2024-02-15 | Accrual      |     | false |
        2007 | JE-003 | 2024-03-28 |              |     | false |
        2009 | JE-004 | 2024-04-15 | Reclass      | 1.0 | false |
        2011 | JE-005 | 2024-05-28 | Reclass      |     | true  |
        2013 | JE-006 | 2024-05-31 | Accrual      |     | false |
        2015 | JE-007 | 2024-07-28 | Depreciation | 1.0 | false |
        2017 | JE-008 | 2024-08-15 | Accrual      |     | false | true
        2019 | JE-009 | 2024-09-28 | Accrual      |     | true  |
        2021 | JE-010 | 2024-10-15 |              | 1.0 | false |
        2023 | JE-011 | 2024-01-28 | Depreciation |     | false |
        2025 | JE-012 | 2024-02-15 |              |     | false |
        2027 | JE-013 | 2024-03-28 | Accrual      | 1.0 | true  |
        2029 | JE-014 | 2024-04-15 | Accrual      |     | false |
        2031 | JE-015 | 2024-05-28 |              |     | false |
        2033 | JE-016 | 2024-05-31 | Accrual      | 1.0 | false |
        2035 | JE-017 | 2024-07-28 | Reclass      |     | true  |
        2037 | JE-018 | 2024-08-15 |              |     | false |
        2039 | JE-019 | 2024-09-28 | Reclass      | 1.0 | false |
        2041 | JE-020 | 2024-10-15 | Reclass      |     | false |
        2043 | JE-021 | 2024-01-28 |              |     | true  |
        2045 | JE-022 | 2024-02-15 | Depreciation | 1.0 | false |
        """,
    ),
    "qb_journal_entry_line": written(
        "journal_entry_id INTEGER | line_index INTEGER | description VARCHAR | amount DOUBLE"
        " | posting_type VARCHAR | account_id INTEGER | vendor_id INTEGER | customer_id INTEGER",
        """
        2003 | 0 | dr        | 753.95  | Debit  | 29 |     |
        2003 | 1 | cr        | 753.95  | Credit | 7  |     |
        2005 | 0 | dr        | 2039.34 | Debit  | 23 |     |
        2005 | 1 | cr        | 2039.34 | Credit | 13 |     |
        2007 | 0 | dr        | 2815.01 | Debit  | 5  |     |
        2007 | 1 | cr        | 1407.51 | Credit | 1  |     |
        2007 | 2 | cr        | 1407.5  | Credit | 1  | 105 |
        2009 | 0 | dr        | 2835.06 | Debit  | 1  |     |
        2009 | 1 | cr        | 2835.06 | Credit | 17 |     | 31
        2011 | 0 | dr        | 1037.07 | Debit  | 1  |     |
        2011 | 1 | cr        | 1037.07 | Credit | 15 |     |
        2013 | 0 | dr        | 1703.37 | Debit  | 6  |     |
        2013 | 1 | cr        | 1703.37 | Credit | 14 |     |
        2015 | 0 | dr        | 486.0   | Debit  | 29 |     |
        2015 | 1 | cr        | 486.0   | Credit | 7  |     |
        2017 | 0 | dr        | 358.29  | Debit  | 23 |     |
        2017 | 1 | cr        | 179.15  | Credit | 13 |     |
        2017 | 2 | cr        | 179.14  | Credit | 13 | 105 |
        2019 | 0 | dr        | 156.16  | Debit  | 5  |     |
        2019 | 1 | cr        | 156.16  | Credit | 1  |     |
        2021 | 0 | dr        | 1138.38 | Debit  | 1  |     |
        2021 | 1 | cr        | 1138.38 | Credit | 17 |     | 31
        2023 | 0 | dr        | 372.34  | Debit  | 1  |     |
        2023 | 1 | cr        | 372.34  | Credit | 15 |     |
        2025 | 0 | dr        | 2155.43 | Debit  | 6  |     |
        2025 | 1 | cr        | 2155.43 | Credit | 14 |     |
        2027 | 0 | dr        | 271.46  | Debit  | 29 |     |
        2027 | 1 | cr        | 135.73  | Credit | 7  |     |
        2027 | 2 | cr        | 135.73  | Credit | 7  | 105 |
        2029 | 0 | dr        | 1573.86 | Debit  | 23 |     |
        2029 | 1 | cr        | 1573.86 | Credit | 13 |     |
        2031 | 0 | dr        | 1155.87 | Debit  | 5  |     |
        2031 | 1 | cr        | 1155.87 | Credit | 1  |     |
        2033 | 0 | dr        | 2701.4  | Debit  | 1  |     |
        2033 | 1 | cr        | 2701.4  | Credit | 17 |     | 31
        2035 | 0 | dr        | 2196.98 | Debit  | 1  |     |
        2035 | 1 | cr        | 2196.98 | Credit | 15 |     |
        2037 | 0 | dr        | 198.95  | Debit  | 6  |     |
        2037 | 1 | cr        | 99.47   | Credit | 14 |     |
        2037 | 2 | cr        | 99.48   | Credit | 14 | 105 |
        2039 | 0 | dr        | 902.62  | Debit  | 29 |     |
        2039 | 1 | cr        | 902.62  | Credit | 7  |     |
        2041 | 0 | dr        | 934.19  | Debit  | 23 |     |
        2041 | 1 | cr        | 934.19  | Credit | 13 |     |
        2043 | 0 | dr        | 2268.42 | Debit  | 5  |     |
        2043 | 1 | cr        | 2268.42 | Credit | 1  |     |
        2045 | 0 | dr        | 265.19  | Debit  | 1  |     |
        2045 | 1 | cr        | 265.19  | Credit | 17 |     | 31
        2003 | 9 | memo only |         | Debit  | 31 |     |
        """,
    ),
}
