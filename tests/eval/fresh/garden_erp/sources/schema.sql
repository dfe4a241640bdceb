CREATE TABLE Customers (
    CustNo VARCHAR,
    CustName VARCHAR,
    Street VARCHAR,
    PostalCode VARCHAR,
    City VARCHAR,
    CountryCode VARCHAR,
    CreditLimit DECIMAL(12,2),
    Blocked VARCHAR,
    LastChange TIMESTAMP
);
CREATE TABLE Countries (
    CountryCode VARCHAR,
    CountryName VARCHAR,
    SalesRegion VARCHAR
);
CREATE TABLE Items (
    ItemNo VARCHAR,
    Description VARCHAR,
    CategoryCode VARCHAR,
    UnitCost DECIMAL(10,2),
    ListPrice DECIMAL(10,2),
    Uom VARCHAR,
    DiscontinuedOn DATE
);
CREATE TABLE ItemCategories (
    CategoryCode VARCHAR,
    CategoryName VARCHAR,
    ParentCode VARCHAR
);
CREATE TABLE Employees (
    EmpNo INTEGER,
    FirstName VARCHAR,
    LastName VARCHAR,
    JobCode VARCHAR,
    HireDate DATE,
    ManagerNo INTEGER
);
CREATE TABLE SalesOrders (
    OrderNo INTEGER,
    CustNo VARCHAR,
    EmpNo INTEGER,
    OrderDate DATE,
    ShipDate DATE,
    Currency VARCHAR,
    Status VARCHAR
);
CREATE TABLE SalesOrderLines (
    OrderNo INTEGER,
    LineNo INTEGER,
    ItemNo VARCHAR,
    Qty INTEGER,
    UnitPrice DECIMAL(10,2),
    Discount DECIMAL(4,2)
);
CREATE TABLE ExchangeRates (
    Currency VARCHAR,
    ValidFrom DATE,
    RateToEur DECIMAL(8,4)
);
CREATE TABLE StockMoves (
    MoveId INTEGER,
    ItemNo VARCHAR,
    MoveDate DATE,
    MoveType VARCHAR,
    Qty INTEGER
);
